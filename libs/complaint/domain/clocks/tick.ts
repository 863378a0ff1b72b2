import type { ComplaintEvent } from '../case/events.js';
import type { Clock, ClockMove, ClockPause } from './clock.js';

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
    case 'ClockPaused': {
      const { from, reason, endsOn, endedBy, rings = [], verification = clock.verification } = event.data;
      const pause = { from, reason, ...(endsOn ? { endsOn } : {}), ...(endedBy ? { endedBy } : {}) };
      return {
        status: 'paused',
        open: rings.map(({ rung }) => rung),
        revision: event.data.revision,
        ...(rings.length > 0 ? { rings } : {}),
        pausedOver: [...clock.pausedOver, pause],
        verification,
      };
    }
    case 'ClockResumed':
      return {
        ...dated(event.data),
        status: 'running',
        pausedOver: ended(clock.pausedOver, event.data),
        verification: event.data.verification ?? clock.verification,
      };
    case 'ClockRescheduled':
      return rescheduled(clock, event.data);
    case 'ClockNotMoved':
      return { notMoved: { wouldBeDueOn: event.data.wouldBeDueOn, why: event.data.why } };
    case 'ClockReassessed':
      return reassessed(clock, event.data);
    case 'ClockDelayAnnounced': {
      const { clock: _, ...delay } = event.data;
      return { delays: [...(clock.delays ?? []), delay] };
    }
    case 'ClockMet':
      return {
        status: event.data.inTime ? 'met' : 'met-late',
        metAt: event.data.metAt,
        ...(event.data.fact ? { metBy: event.data.fact } : {}),
        ...(event.data.timelyAt ? { timelyAt: event.data.timelyAt } : {}),
        open: [],
      };
    case 'ClockMissed':
      return {
        status: 'missed',
        missedAt: event.data.at,
        ...(event.data.endedAt ? { cancelledAt: event.data.endedAt } : {}),
        open: [],
        raised: [...clock.raised, 'due'],
      };
    case 'ClockCancelled':
      return {
        status: 'cancelled',
        open: [],
        ...(event.data.at ? { cancelledAt: event.data.at } : {}),
      };
  }
}

type DataOf<Type extends ClockEvent['type']> = Extract<ClockEvent, { readonly type: Type }>['data'];

/** The date that it has now, and the rings that go with it. */
function dated(data: DataOf<'ClockResumed' | 'ClockRescheduled'>): Partial<Clock> {
  const { dueOn, dueAt, provisional, calendar, knownOn, revision, rings } = data;
  const open = rings.map(({ rung }) => rung);
  return { dueOn, dueAt, provisional, calendar, knownOn, revision, rings, open, notMoved: undefined };
}

function rescheduled(clock: Clock, data: DataOf<'ClockRescheduled'>): Partial<Clock> {
  const { startAt = clock.startAt, pausedOver = clock.pausedOver, extended = clock.extended } = data;
  const { verification = clock.verification } = data;
  const open = data.rings.map(({ rung }) => rung);
  const stands = pausedOver.some(({ until }) => until === undefined);
  const runs = clock.status === 'running' || clock.status === 'paused';
  return {
    ...dated(data),
    startAt,
    pausedOver,
    verification,
    moves: [...(clock.moves ?? []), moveOf(data)],
    ...(extended === undefined ? {} : { extended }),
    ...(runs ? { status: stands ? 'paused' : 'running' } : {}),
    ...(clock.status === 'missed' || clock.status === 'met-late' ? { missedAt: data.dueAt } : {}),
    raised: clock.raised.filter((rung) => !open.includes(rung)),
  };
}

function moveOf(data: DataOf<'ClockRescheduled'>): ClockMove {
  const { oldDueOn: from, dueOn: to, because, notices, officeDays, knownOn } = data;
  return { from, to, ...(because ? { because } : {}), notices, officeDays, knownOn };
}

function reassessed(clock: Clock, { is, dueAt, metAt, timelyAt }: DataOf<'ClockReassessed'>): Partial<Clock> {
  const missed = is === 'missed' || is === 'met-late';
  return {
    status: is,
    missedAt: missed ? (clock.missedAt ?? dueAt) : undefined,
    ...(metAt === undefined ? {} : { metAt, timelyAt }),
    raised: missed ? clock.raised : clock.raised.filter((rung) => rung !== 'due'),
  };
}

/** The pauses with the one that lasts ended. */
function ended(pauses: readonly ClockPause[], { until, endedBy }: DataOf<'ClockResumed'>): ClockPause[] {
  return pauses.map((pause) => {
    const { from, reason } = pause;
    return pause.until === undefined ? { from, reason, until, ...(endedBy ? { endedBy } : {}) } : pause;
  });
}
