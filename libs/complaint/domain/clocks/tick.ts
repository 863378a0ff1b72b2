import type { Clock, ClockCourse, ClockMove, ClockPause, ClockStart } from './clock.js';
import { standingAfter, type ClockEvent, type LaterClockEvent } from './standing.js';

/** What an event does to the clocks of a case. */
export function tick(clocks: readonly Clock[], event: ClockEvent): readonly Clock[] {
  if (event.type === 'ClockStarted') return [...clocks, startedClock(event.data)];
  return clocks.map((clock) => (clock.clock === event.data.clock ? courseAfter(clock, event) : clock));
}

/** A clock as it begins. */
export function startedClock(start: ClockStart): Clock {
  const open = start.rings.map(({ rung }) => rung);
  return { ...start, status: 'running', open, raised: [], pausedOver: [] };
}

/** What becomes of a clock by an event of its own. */
export function courseAfter<Kept extends ClockCourse>(clock: Kept, event: LaterClockEvent): Kept {
  return { ...standingAfter(clock, event), ...change(clock, event) };
}

/** What the event does besides to how the clock stands. */
function change(clock: ClockCourse, event: LaterClockEvent): Partial<ClockCourse> {
  switch (event.type) {
    case 'ClockReminded':
      return {
        open: clock.open.filter((rung) => rung !== event.data.rung),
        raised: [...clock.raised, event.data.rung],
      };
    case 'ClockPaused': {
      const { from, reason, endsOn, endedBy, rings = [] } = event.data;
      const pause = { from, reason, ...(endsOn ? { endsOn } : {}), ...(endedBy ? { endedBy } : {}) };
      return {
        open: rings.map(({ rung }) => rung),
        revision: event.data.revision,
        ...(rings.length > 0 ? { rings } : {}),
        pausedOver: [...clock.pausedOver, pause],
      };
    }
    case 'ClockResumed':
      return { ...dated(event.data), pausedOver: ended(clock.pausedOver, event.data) };
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
        metAt: event.data.metAt,
        ...(event.data.fact ? { metBy: event.data.fact } : {}),
        ...(event.data.timelyAt ? { timelyAt: event.data.timelyAt } : {}),
        open: [],
      };
    case 'ClockMissed':
      return {
        missedAt: event.data.at,
        ...(event.data.endedAt ? { cancelledAt: event.data.endedAt } : {}),
        open: [],
        raised: [...clock.raised, 'due'],
      };
    case 'ClockCancelled':
      return { open: [], ...(event.data.at ? { cancelledAt: event.data.at } : {}) };
  }
}

type DataOf<Type extends LaterClockEvent['type']> = Extract<LaterClockEvent, { readonly type: Type }>['data'];

/** The date that it has now, and the rings that go with it. */
function dated(data: DataOf<'ClockResumed' | 'ClockRescheduled'>): Partial<ClockCourse> {
  const { dueOn, provisional, calendar, knownOn, revision, rings } = data;
  const open = rings.map(({ rung }) => rung);
  return { dueOn, provisional, calendar, knownOn, revision, rings, open, notMoved: undefined };
}

function rescheduled(clock: ClockCourse, data: DataOf<'ClockRescheduled'>): Partial<ClockCourse> {
  const { startAt = clock.startAt, pausedOver = clock.pausedOver, extended = clock.extended } = data;
  const open = data.rings.map(({ rung }) => rung);
  return {
    ...dated(data),
    startAt,
    pausedOver,
    moves: [...(clock.moves ?? []), moveOf(data)],
    ...(extended === undefined ? {} : { extended }),
    ...(clock.status === 'missed' || clock.status === 'met-late' ? { missedAt: data.dueAt } : {}),
    raised: clock.raised.filter((rung) => !open.includes(rung)),
  };
}

function moveOf(data: DataOf<'ClockRescheduled'>): ClockMove {
  const { oldDueOn: from, dueOn: to, because, notices, officeDays, knownOn } = data;
  return { from, to, ...(because ? { because } : {}), notices, officeDays, knownOn };
}

function reassessed(
  clock: ClockCourse,
  { is, dueAt, metAt, timelyAt }: DataOf<'ClockReassessed'>,
): Partial<ClockCourse> {
  const missed = is === 'missed' || is === 'met-late';
  return {
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
