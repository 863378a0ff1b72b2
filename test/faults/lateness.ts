import type { History, LoggedEvent } from './history.js';
import type { Injected } from './nemesis.js';
import { realMomentOf, type Move } from './office-time.js';

/** Rung after its moment by more than {@link LATE_MS} of real time, and why. */
export interface Late {
  readonly timer: string;
  readonly lateMs: number;
  /** Undefined: nobody knows, and that is a fault. */
  readonly because: string | undefined;
}

export interface Lateness {
  readonly rung: number;
  /** Of all that rang, in ms of real time, as a reader of the log saw it. */
  readonly p50: number;
  readonly p99: number;
  readonly late: readonly Late[];
}

/** What had passed in truth when a faultless system is expected to have rung. */
export const LATE_MS = 2_000;
/** A jump of the clock makes many due at one moment; so many of them are rung in a second even on a busy machine. */
const HERD_PER_SECOND = 25;

/** All in ms of real time. */
export interface Rung {
  readonly timer: string;
  readonly dueAt: number;
  readonly rangAt: number;
}

/** How late each timer rang by real time, from when it was due and known, with what was broken meanwhile. */
export function latenessOf(
  history: History,
  moves: readonly Move[],
  injected: readonly Injected[],
): Lateness {
  const inOrder = moves.toSorted((one, other) => one.at - other.at);
  return latenessOfRungs(rungsOf(history, inOrder), injected);
}

/** The same of rings that are known already. */
export function latenessOfRungs(rungs: readonly Rung[], injected: readonly Injected[]): Lateness {
  const sorted = rungs.map(lateBy).sort((one, other) => one - other);
  const quantile = (q: number): number => sorted[Math.floor((sorted.length - 1) * q)] ?? 0;
  const late = rungs
    .filter((rung) => lateBy(rung) > LATE_MS)
    .map((rung) => ({
      timer: rung.timer,
      lateMs: lateBy(rung),
      because: faultDuring(rung, injected) ?? herdAt(rung, rungs),
    }));
  return { rung: rungs.length, p50: quantile(0.5), p99: quantile(0.99), late };
}

function lateBy({ dueAt, rangAt }: Rung): number {
  return rangAt - dueAt;
}

/** The fault that was the last to begin before it rang, if its effects were not yet over when it should have. */
function faultDuring({ dueAt, rangAt }: Rung, injected: readonly Injected[]): string | undefined {
  return injected.findLast(
    ({ began, recoveryMs = Number.POSITIVE_INFINITY, lingersMs }) =>
      began <= rangAt && began + recoveryMs + lingersMs >= dueAt,
  )?.kind;
}

function herdAt({ dueAt, rangAt }: Rung, rungs: readonly Rung[]): string | undefined {
  const herd = rungs.filter((other) => other.dueAt <= rangAt && other.rangAt >= dueAt).length;
  return LATE_MS + (herd * 1000) / HERD_PER_SECOND > rangAt - dueAt
    ? 'a jump of the clock over many moments'
    : undefined;
}

interface Data {
  readonly clock: string;
  readonly rung?: string;
  readonly rings?: readonly { readonly rung: string; readonly at: string }[];
}

function rungsOf(history: History, moves: readonly Move[]): Rung[] {
  const seen = firstSeen(history);
  const set = new Map<string, { readonly at: string; readonly knownAt: number }>();
  const rungs: Rung[] = [];
  for (const event of history.log) {
    if (!event.stream.startsWith('complaint-') || !event.type.startsWith('Clock')) continue;
    const { clock, rung, rings } = event.data as unknown as Data;
    const name = (ring: string): string => `${event.stream}/${clock}/${ring}`;
    const seenAt = seen.get(event.position) ?? Number.NaN;
    const rang = rangBy(event, rung);
    const ring = rang === undefined ? undefined : set.get(name(rang));
    if (rang !== undefined && ring !== undefined && !Number.isNaN(seenAt)) {
      const dueAt = Math.max(realMomentOf(Date.parse(ring.at), moves), ring.knownAt);
      rungs.push({ timer: name(rang), dueAt, rangAt: seenAt });
    }
    for (const { rung: one, at } of rings ?? []) set.set(name(one), { at, knownAt: seenAt });
  }
  return rungs;
}

function rangBy({ type }: LoggedEvent, rung: string | undefined): string | undefined {
  return type === 'ClockReminded' ? rung : type === 'ClockMissed' ? 'due' : undefined;
}

function firstSeen({ readers }: History): Map<string, number> {
  const first = new Map<string, number>();
  for (const { seen } of readers) {
    for (const { position, seenReally = Number.NaN } of seen) {
      const before = first.get(position);
      if (before === undefined || seenReally < before) first.set(position, seenReally);
    }
  }
  return first;
}
