import { counted, latenessIn, recoveries } from '../report.js';
import type { TimersReport } from './run.js';

const SHOWN = 30;

/** How many promises were broken. */
export function brokenIn({ lost, early, doubled, untrue, faults }: TimersReport): number {
  return lost.length + early.length + doubled.length + untrue.length + faults.length;
}

/** The report in words. */
export function timersInWords(report: TimersReport): string {
  const { seed, queue, seconds, injected, pointsHit, ended, clocks, lateness } = report;
  const { lost, early, doubled, untrue, faults } = report;
  return [
    `timers alone, seed ${seed}, queue in ${queue}, ${seconds.toFixed(0)} s`,
    `injected      ${injected.length} faults`,
    ...recoveries(injected),
    `fail points   ${pointsHit.length} processes ended at one: ${counted(pointsHit)}`,
    `by itself     ${ended.length === 0 ? 'nobody ended' : counted(ended)}`,
    `clocks        ${clocks} set`,
    ...latenessIn(lateness),
    `lost          ${lost.length}`,
    `doubled       ${doubled.length}`,
    `early         ${early.length}`,
    `untrue        ${untrue.length} rows of the table`,
    ...[...lost, ...early, ...doubled, ...untrue].slice(0, SHOWN).map((what) => `  BROKEN: ${what}`),
    ...faults.slice(0, SHOWN).map((fault) => `  FAULT: ${fault}`),
  ].join('\n');
}
