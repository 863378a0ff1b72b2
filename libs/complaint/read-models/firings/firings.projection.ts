import type { ProjectedEvent, Projection } from '#platform/projections';
import { timersOf, type TimerEffect } from '../../domain/index.js';
import { complaintOf, eventOf } from '../projected.js';

/** Why a ring was called off before it rang. */
export type CalledOff = 'met' | 'paused' | 'cancelled' | 'rescheduled' | 'run-out';

/** One moment at which a clock was to ring, under one revision of the clock, and what became of it. */
export interface Firing {
  readonly rung: string;
  readonly revision: number;
  /** When it was to ring. */
  readonly at: string;
  /** Since when it was recorded that it was to ring: a late record may come after the moment itself. */
  readonly knownAt: string;
  /** When its end was recorded; the ring itself, where it rang. */
  readonly endedAt?: string;
  readonly rang?: boolean;
  readonly calledOff?: CalledOff;
  /** It rang more often than it was to. */
  readonly extra?: number;
}

/** All rings of one clock of one case, for reconciliation: what was to ring against what rang. */
export interface FiringsRow {
  /** `<complaint>/<clock>` */
  readonly deadline: string;
  readonly complaint_id: string;
  readonly clock: string;
  readonly code: string;
  readonly rulebook: string;
  /** The earliest and the latest moment of a ring. */
  readonly first_at: string;
  readonly last_at: string;
  readonly firings: readonly Firing[];
}

/** Read off the events alone, beside the table of timers: so one can be held against the other. */
export const firingsProjection: Projection<FiringsRow> = {
  name: 'firings',
  version: 2,
  categories: ['complaint'],
  columns: {
    deadline: 'text not null',
    complaint_id: 'text not null',
    clock: 'text not null',
    code: 'text not null',
    rulebook: 'text not null',
    first_at: 'timestamptz not null',
    last_at: 'timestamptz not null',
    firings: 'jsonb not null',
  },
  key: 'deadline',
  // By blocks of the table: a clock that moves has no entry to move with it.
  indexes: ['using brin (last_at, first_at) with (autosummarize = on)'],
  touches: (projected) => {
    const { clock } = projected.data as { readonly clock?: unknown };
    const counts = projected.type.startsWith('Clock') && typeof clock === 'string';
    return counts ? [`${complaintOf(projected.stream)}/${clock}`] : [];
  },
  fold(row, key, projected) {
    const event = eventOf(projected);
    const known = row ?? begun(key, projected);
    const recordedAt = (projected.meta as { readonly recordedAt: string }).recordedAt;
    const why = CALLED_OFF[event.type] ?? 'run-out';
    const firings = timersOf(event).reduce<readonly Firing[]>(
      (all, effect) => withEffect(all, effect, recordedAt, why),
      known.firings,
    );
    const moments = firings.map(({ at }) => at).toSorted();
    const [first_at = known.first_at] = moments;
    return { ...known, firings, first_at, last_at: moments.at(-1) ?? first_at };
  },
};

const CALLED_OFF: Readonly<Record<string, CalledOff>> = {
  ClockMet: 'met',
  ClockPaused: 'paused',
  ClockResumed: 'rescheduled',
  ClockCancelled: 'cancelled',
  ClockRescheduled: 'rescheduled',
};

function begun(key: string, { stream, type, data }: ProjectedEvent): FiringsRow {
  if (type !== 'ClockStarted') throw new Error(`${type} of a clock that was never started`);
  const { clock, code, rulebook, startAt } = data as unknown as Record<
    'clock' | 'code' | 'rulebook' | 'startAt',
    string
  >;
  const names = { deadline: key, complaint_id: complaintOf(stream), clock, code, rulebook };
  return { ...names, first_at: startAt, last_at: startAt, firings: [] };
}

function withEffect(
  firings: readonly Firing[],
  effect: TimerEffect,
  recordedAt: string,
  calledOff: CalledOff,
): readonly Firing[] {
  const open = firings.findLastIndex(({ rung, endedAt }) => rung === effect.rung && endedAt === undefined);
  if (effect.op === 'end') return ended(firings, open, effect, recordedAt, calledOff);
  const { rung, revision, fireAt: at } = effect;
  const others = open < 0 ? firings : firings.with(open, off(firings[open], recordedAt, 'rescheduled'));
  return [...others, { rung, revision, at, knownAt: recordedAt }];
}

function ended(
  firings: readonly Firing[],
  open: number,
  { rung, end }: Extract<TimerEffect, { op: 'end' }>,
  recordedAt: string,
  calledOff: CalledOff,
): readonly Firing[] {
  if (end !== 'fired')
    return open < 0 ? firings : firings.with(open, off(firings[open], recordedAt, calledOff));
  if (open >= 0) return firings.with(open, { ...(firings[open] as Firing), endedAt: recordedAt, rang: true });
  return firings.map((one) =>
    one.rung === rung && one.rang ? { ...one, extra: (one.extra ?? 0) + 1 } : one,
  );
}

function off(firing: Firing | undefined, endedAt: string, calledOff: CalledOff): Firing {
  return { ...(firing as Firing), endedAt, calledOff };
}
