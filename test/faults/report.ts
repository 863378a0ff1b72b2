import {
  acknowledgedBy,
  wasRefused,
  type History,
  type Invariant,
  type Operation,
  type Violation,
} from './history.js';
import { LATE_MS, type Lateness } from './lateness.js';
import type { Injected } from './nemesis.js';
import type { QueueKind } from './queue/port.js';

/** What every run shows. */
export interface RunReport {
  readonly seed: number;
  readonly queue: QueueKind;
  readonly seconds: number;
  readonly injected: readonly Injected[];
  /** Which process met its end at which fail point. */
  readonly pointsHit: readonly string[];
  /** Processes that ended though nobody had killed them. */
  readonly ended: readonly string[];
  readonly lateness: Lateness;
  /** What else went wrong: something that did not get well in time, or did not end when asked, or was late without a reason. */
  readonly faults: readonly string[];
}

/** What a run of the whole office has shown. */
export interface Report extends RunReport {
  readonly requests: number;
  readonly acknowledged: number;
  readonly refused: number;
  /** Requests that at first had no answer, or one that left it open. */
  readonly unknown: number;
  readonly unknownResolved: number;
  readonly events: number;
  readonly complaints: number;
  readonly clocks: Readonly<Record<'started' | 'reminded' | 'missed' | 'met' | 'cancelled', number>>;
  /** Acknowledged and gone (I1). */
  readonly lost: number;
  /** Done twice (I4). */
  readonly doubled: number;
  /** Rung before their time, or otherwise wrong with clocks (I8). */
  readonly early: number;
  /** Longest time between two acknowledgements, in ms. */
  readonly longestSilenceMs: number;
  readonly violations: readonly Violation[];
}

export interface Findings extends Omit<RunReport, 'seconds'> {
  readonly ms: number;
  readonly history: History;
  readonly violations: readonly Violation[];
  /** When requests were acknowledged, in ms. */
  readonly acknowledgements: readonly number[];
}

export function reportOf(findings: Findings): Report {
  const { seed, queue, ms, history, violations, injected, pointsHit, ended, acknowledgements, lateness } =
    findings;
  const { operations, log } = history;
  const unknown = operations.filter(({ results }) => results.some(({ kind }) => kind === 'unknown'));
  const of = (invariant: Invariant): number => violations.filter((one) => one.invariant === invariant).length;
  const events = (type: string): number => log.filter((event) => event.type === type).length;
  return {
    seed,
    queue,
    seconds: ms / 1000,
    injected,
    pointsHit,
    ended,
    requests: operations.reduce((sum, { results }) => sum + results.length, 0),
    acknowledged: operations.filter(acknowledgedBy).length,
    refused: operations.filter(wasRefused).length,
    unknown: unknown.length,
    unknownResolved: unknown.filter(isResolved).length,
    events: log.length,
    complaints: events('ComplaintRegistered'),
    clocks: {
      started: events('ClockStarted'),
      reminded: events('ClockReminded'),
      missed: events('ClockMissed'),
      met: events('ClockMet'),
      cancelled: events('ClockCancelled'),
    },
    lost: of('I1'),
    doubled: of('I4'),
    early: violations.filter(({ invariant, what }) => invariant === 'I8' && / came at /.test(what)).length,
    longestSilenceMs: Math.max(
      0,
      ...acknowledgements.slice(1).map((at, index) => at - (acknowledgements[index] ?? at)),
    ),
    violations,
    faults: [...findings.faults, ...mysteriesIn(lateness)],
    lateness,
  };
}

function isResolved({ results }: Operation): boolean {
  return results.some(({ kind }) => kind !== 'unknown');
}

/** Each timer that was late while nothing was broken. */
export function mysteriesIn({ late }: Lateness): string[] {
  return late
    .filter(({ because }) => because === undefined)
    .map(({ timer, lateMs }) => `${timer} rang ${Math.round(lateMs)} ms late, and nobody knows why`);
}

export const SHOWN = 30;

/** The report in words. */
export function inWords(report: Report): string {
  const { clocks, violations, faults } = report;
  const lines = [
    ...courseOf(report),
    `requests      ${report.requests} sent; ${report.acknowledged} commands acknowledged, ${report.refused} refused`,
    `unknown       ${report.unknown} commands had no answer at first, ${report.unknownResolved} resolved by asking again`,
    `log           ${report.events} events, ${report.complaints} complaints`,
    `clocks        ${Object.entries(clocks)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
    `silence       ${(report.longestSilenceMs / 1000).toFixed(1)} s at most between two acknowledgements`,
    ...latenessIn(report.lateness),
    `lost          ${report.lost}`,
    `doubled       ${report.doubled}`,
    `early         ${report.early}`,
    `violations    ${violations.length}`,
    ...violations.slice(0, SHOWN).map(({ invariant, what }) => `  ${invariant}: ${what}`),
    ...faults.map((fault) => `  FAULT: ${fault}`),
  ];
  return lines.join('\n');
}

/** Which run it was, what was broken in it, and how it got well. */
export function courseOf({ seed, queue, seconds, injected, pointsHit, ended }: RunReport): string[] {
  return [
    `seed ${seed}, queue in ${queue}, ${seconds.toFixed(0)} s`,
    `injected      ${injected.length} faults`,
    ...recoveries(injected),
    `fail points   ${pointsHit.length} processes ended at one: ${counted(pointsHit)}`,
    `by itself     ${ended.length === 0 ? 'nobody ended' : counted(ended)}`,
  ];
}

/** How soon all was well again, by kind of fault. */
function recoveries(injected: readonly Injected[]): string[] {
  const kinds = [...new Set(injected.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const model = injected.find((one) => one.kind === kind)?.model.join(' ') ?? '';
    const times = injected
      .filter((one) => one.kind === kind)
      .map(({ recoveryMs = Number.POSITIVE_INFINITY }) => recoveryMs);
    const sorted = times.toSorted((one, other) => one - other);
    const [median, longest] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
    const show = (ms = Number.NaN): string =>
      Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : 'never in its time';
    return `  ${String(times.length).padStart(3)} × ${kind} (${model}): well after ${show(median)} (median), ${show(longest)} (longest)`;
  });
}

/** The late ones, by what was broken meanwhile. */
export function latenessIn({ rung, p50, p99, late }: Lateness): string[] {
  const causes = [...new Set(late.map(({ because = 'NOBODY KNOWS' }) => because))].sort();
  return [
    `rung          ${rung} timers, ${Math.round(p50)} ms after their moment (median), ${Math.round(p99)} ms (99 of 100)`,
    `late          ${late.length} by more than ${LATE_MS / 1000} s of real time${late.length > 0 ? ', while:' : ''}`,
    ...causes.map((cause) => {
      const those = late.filter(({ because = 'NOBODY KNOWS' }) => because === cause);
      const longest = Math.max(...those.map(({ lateMs }) => lateMs));
      return `  ${String(those.length).padStart(5)} × ${cause}, by ${(longest / 1000).toFixed(1)} s at most`;
    }),
  ];
}

/** How often each of them came. */
function counted(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} × ${word}`).join(', ') || 'none';
}
