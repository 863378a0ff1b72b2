import type { Pause } from '#calendar';
import type { Day } from '#kernel';
import type { ComplaintEvent } from '../case/events.js';
import type { Clock } from './clock.js';

/** Events of the clock ledger (deadlines.md 4). */
export type ClockEvent = Extract<ComplaintEvent, { readonly type: `Clock${string}` }>;

/** What an event does to the clocks of a case. Read models that keep clocks use the same fold. */
export function tick(clocks: readonly Clock[], event: ClockEvent): readonly Clock[] {
  if (event.type === 'ClockStarted') {
    const { rings } = event.data;
    const open = rings.map(({ rung }) => rung);
    return [...clocks, { ...event.data, status: 'running', open, raised: [], pausedOver: [] }];
  }
  return clocks.map((clock) =>
    clock.clock === event.data.clock ? { ...clock, ...change(clock, event) } : clock,
  );
}

function change(clock: Clock, event: Exclude<ClockEvent, { readonly type: 'ClockStarted' }>): Partial<Clock> {
  switch (event.type) {
    case 'ClockReminded':
      return {
        open: clock.open.filter((rung) => rung !== event.data.rung),
        raised: [...clock.raised, event.data.rung],
      };
    case 'ClockPaused':
      return {
        status: 'paused',
        open: [],
        revision: event.data.revision,
        pausedOver: [...clock.pausedOver, { from: event.data.from, reason: event.data.reason }],
      };
    case 'ClockResumed': {
      const { until, ...counted } = event.data;
      return {
        ...counted,
        status: 'running',
        open: counted.rings.map(({ rung }) => rung),
        pausedOver: closeLastPause(clock.pausedOver, until),
      };
    }
    case 'ClockRescheduled':
      return { ...rescheduled(clock, event.data), notMoved: undefined };
    case 'ClockNotMoved':
      return { notMoved: { wouldBeDueOn: event.data.wouldBeDueOn, why: event.data.why } };
    case 'ClockMet':
      return { status: event.data.inTime ? 'met' : 'met-late', metAt: event.data.metAt, open: [] };
    case 'ClockMissed':
      return { status: 'missed', missedAt: event.data.at, open: [], raised: [...clock.raised, 'due'] };
    case 'ClockCancelled':
      return { status: 'cancelled', open: [] };
  }
}

function rescheduled(
  clock: Clock,
  data: Extract<ClockEvent, { readonly type: 'ClockRescheduled' }>['data'],
): Partial<Clock> {
  const { dueOn, dueAt, provisional, calendar, knownOn, revision, rings, notices, officeDays } = data;
  const move = { from: data.oldDueOn, to: dueOn, notices, officeDays, knownOn };
  return {
    ...{ dueOn, dueAt, provisional, calendar, knownOn, revision, rings },
    open: rings.map(({ rung }) => rung),
    moves: [...(clock.moves ?? []), move],
  };
}

/** The pauses with the last one ended. */
export function closeLastPause(pauses: readonly Pause[], until: Day): Pause[] {
  return pauses.map((pause, index) => (index === pauses.length - 1 ? { ...pause, until } : pause));
}
