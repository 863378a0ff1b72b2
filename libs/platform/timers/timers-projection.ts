import type { Instant } from '#kernel';
import type { ProjectedEvent, Projection } from '#platform/projections';

/** How a timer ended: its time came, it was no longer needed, or another took its place. */
export const TIMER_ENDS = ['fired', 'cancelled', 'superseded'] as const;
export type TimerEnd = (typeof TIMER_ENDS)[number];

/** What an event does to one timer of a clock. */
export type TimerChange =
  | {
      readonly op: 'set';
      /** Names for good what the timer belongs to. All timers of a clock stand in one row. */
      readonly clock: string;
      /** One for each timer of a clock; holds no `/`. Set anew it is the same timer, with a higher revision. */
      readonly kind: string;
      readonly revision: number;
      readonly fireAt: Instant;
    }
  | {
      readonly op: 'end';
      readonly clock: string;
      readonly kind: string;
      readonly end: TimerEnd;
      /** Ends this revision only; whichever is pending when left out. */
      readonly revision?: number;
    };

/** Pure: the timers that an event sets and ends. */
export type TimersOf = (event: ProjectedEvent) => readonly TimerChange[];

/** One timer of a clock, as it was set last. */
export interface StandingTimer {
  readonly kind: string;
  readonly revision: number;
  readonly fireAt: Instant;
  readonly state: 'pending' | TimerEnd;
  readonly endedAt: Instant | null;
}

/** The timers of one clock. */
export interface TimersRow {
  readonly clock: string;
  readonly stream: string;
  /** When the first of those that are pending comes due; null when none is. */
  readonly next_at: Instant | null;
  readonly pending: number;
  readonly timers: readonly StandingTimer[];
}

/** What to fill in for {@link timersProjection}. */
export interface TimersDeclaration {
  /** Raised with every change of `timersOf`. */
  readonly version: number;
  readonly categories: readonly string[];
  readonly timersOf: TimersOf;
}

/** Name of the read model that holds the timers. */
export const TIMERS = 'timers';

/** In SQL: each timer of a row `t` of the table, as `one`. */
export const EACH_TIMER = `lateral (
    select t.clock || '/' || kind as timer_id, kind, revision, "fireAt" as fire_at, state, "endedAt" as ended_at
      from jsonb_to_recordset(t.timers)
        as each(kind text, revision integer, "fireAt" timestamptz, state text, "endedAt" timestamptz)) one`;

/**
 * The timers of the log as a table, a row for each clock: a clock that moves moves all its timers, and one entry of the
 * index. Timers stay when they end: they are the proof that a clock has fired.
 */
export function timersProjection(declaration: TimersDeclaration): Projection<TimersRow> {
  const { version, categories, timersOf } = declaration;
  return {
    name: TIMERS,
    version,
    categories,
    key: 'clock',
    columns: {
      clock: 'text',
      stream: 'text not null',
      next_at: 'timestamptz',
      pending: 'integer not null',
      timers: 'jsonb not null',
    },
    indexes: ['(next_at, clock) where next_at is not null'],
    touches: (event) => [...new Set(timersOf(event).map(({ clock }) => clock))],
    fold: (row, key, event) => {
      const known = row ?? { clock: key, stream: event.stream, timers: [] };
      const timers = timersOf(event)
        .filter(({ clock }) => clock === key)
        .reduce((all, change) => changed(all, change, instantOf(event)), known.timers);
      return timers === known.timers ? row : { ...known, ...standing(timers), timers };
    },
  };
}

function standing(timers: readonly StandingTimer[]): Pick<TimersRow, 'next_at' | 'pending'> {
  const ahead = timers.filter(({ state }) => state === 'pending').map(({ fireAt }) => fireAt);
  return { next_at: ahead.toSorted()[0] ?? null, pending: ahead.length };
}

function changed(
  timers: readonly StandingTimer[],
  change: TimerChange,
  at: Instant | null,
): readonly StandingTimer[] {
  const index = timers.findIndex(({ kind }) => kind === change.kind);
  const before = timers[index];
  if (change.op === 'set') {
    const { kind, revision, fireAt } = change;
    if (before !== undefined && before.revision >= revision) return timers;
    const timer = { kind, revision, fireAt, state: 'pending', endedAt: null } as const;
    return before === undefined ? [...timers, timer] : timers.with(index, timer);
  }
  if (before?.state !== 'pending') return timers;
  if (change.revision !== undefined && change.revision !== before.revision) return timers;
  return timers.with(index, { ...before, state: change.end, endedAt: at });
}

function instantOf(event: ProjectedEvent): Instant | null {
  const recordedAt = event.meta['recordedAt'];
  return typeof recordedAt === 'string' ? recordedAt : null;
}
