import { courseOf, latenessIn, SHOWN } from '../report.js';
import type { TimersReport } from './run.js';

/** How many promises were broken. */
export function brokenIn({ lost, early, doubled, untrue, faults }: TimersReport): number {
  return lost.length + early.length + doubled.length + untrue.length + faults.length;
}

/** The report in words. */
export function timersInWords(report: TimersReport): string {
  const { clocks, lateness, lost, early, doubled, untrue, faults } = report;
  const [which, ...course] = courseOf(report);
  return [
    `timers alone, ${which}`,
    ...course,
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
