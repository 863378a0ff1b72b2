import type { Instant } from '#kernel';
import type { ProjectedEvent, Projection } from '#platform/projections';

/** How a timer ended: its time came, it was no longer needed, or another took its place. */
export const TIMER_ENDS = ['fired', 'cancelled', 'superseded'] as const;
export type TimerEnd = (typeof TIMER_ENDS)[number];

/** What an event does to one timer. */
export type TimerChange =
  | {
      readonly op: 'set';
      /** Names the timer for good; the same clock set anew keeps it, with a higher revision. */
      readonly timerId: string;
      readonly kind: string;
      readonly revision: number;
      readonly fireAt: Instant;
    }
  | {
      readonly op: 'end';
      readonly timerId: string;
      readonly end: TimerEnd;
      /** Ends this revision only; whichever is pending when left out. */
      readonly revision?: number;
    };

/** Pure: the timers that an event sets and ends. */
export type TimersOf = (event: ProjectedEvent) => readonly TimerChange[];

export interface TimerRow {
  readonly timer_id: string;
  readonly stream: string;
  readonly kind: string;
  readonly revision: number;
  readonly fire_at: Instant;
  readonly state: 'pending' | TimerEnd;
  readonly set_at: Instant | null;
  readonly ended_at: Instant | null;
  /** Position of the event that changed it last. */
  readonly source_position: string;
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

/** The timers of the log as a table. Rows stay when they end: they are the proof that a clock has fired. */
export function timersProjection(declaration: TimersDeclaration): Projection<TimerRow> {
  const { version, categories, timersOf } = declaration;
  return {
    name: TIMERS,
    version,
    categories,
    key: 'timer_id',
    columns: {
      timer_id: 'text',
      stream: 'text not null',
      kind: 'text not null',
      revision: 'integer not null',
      fire_at: 'timestamptz not null',
      state: 'text not null',
      set_at: 'timestamptz',
      ended_at: 'timestamptz',
      source_position: 'text not null',
    },
    // One, and not one more for those that have ended: a clock counted anew moves in each of them.
    indexes: ['state, fire_at, timer_id'],
    touches: (event) => [...new Set(timersOf(event).map(({ timerId }) => timerId))],
    fold: (row, key, event) =>
      timersOf(event)
        .filter(({ timerId }) => timerId === key)
        .reduce<TimerRow | null>((before, change) => changed(before, change, event), row),
  };
}

function changed(row: TimerRow | null, change: TimerChange, event: ProjectedEvent): TimerRow | null {
  const at = instantOf(event);
  if (change.op === 'set') {
    if (row !== null && row.revision >= change.revision) return row;
    return {
      timer_id: change.timerId,
      stream: event.stream,
      kind: change.kind,
      revision: change.revision,
      fire_at: change.fireAt,
      state: 'pending',
      set_at: at,
      ended_at: null,
      source_position: event.position,
    };
  }
  if (row === null || row.state !== 'pending') return row;
  if (change.revision !== undefined && change.revision !== row.revision) return row;
  return { ...row, state: change.end, ended_at: at, source_position: event.position };
}

function instantOf(event: ProjectedEvent): Instant | null {
  const recordedAt = event.meta['recordedAt'];
  return typeof recordedAt === 'string' ? recordedAt : null;
}
