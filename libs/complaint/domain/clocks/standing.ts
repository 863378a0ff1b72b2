import type { ComplaintEvent } from '../case/events.js';
import type { Clock } from './clock.js';

/** Events of the clock ledger (deadlines.md 4). */
export type ClockEvent = Extract<ComplaintEvent, { readonly type: `Clock${string}` }>;

/** What happens to a clock that was started. */
export type LaterClockEvent = Exclude<ClockEvent, { readonly type: 'ClockStarted' }>;

/** How a clock stands, for whoever does not count it: by when, how sure that is, and what has become of it. */
export type ClockStanding = Pick<Clock, 'status' | 'dueAt' | 'verification'>;

/** How a clock stands after an event. */
export function standingAfter(before: ClockStanding, event: LaterClockEvent): ClockStanding {
  const { status, dueAt, verification } = before;
  switch (event.type) {
    case 'ClockPaused':
      return { status: 'paused', dueAt, verification: event.data.verification ?? verification };
    case 'ClockResumed':
      return {
        status: 'running',
        dueAt: event.data.dueAt,
        verification: event.data.verification ?? verification,
      };
    case 'ClockRescheduled':
      return {
        status: statusRescheduled(status, event.data.pausedOver),
        dueAt: event.data.dueAt,
        verification: event.data.verification ?? verification,
      };
    case 'ClockReassessed':
      return { status: event.data.is, dueAt, verification };
    case 'ClockMet':
      return { status: event.data.inTime ? 'met' : 'met-late', dueAt, verification };
    case 'ClockMissed':
      return { status: 'missed', dueAt, verification };
    case 'ClockCancelled':
      return { status: 'cancelled', dueAt, verification };
    case 'ClockReminded':
    case 'ClockNotMoved':
    case 'ClockDelayAnnounced':
      return before;
  }
}

/** One that is over stays so; of one that is not, its pauses say whether it runs, where they are said anew. */
function statusRescheduled(
  status: Clock['status'],
  pauses: Clock['pausedOver'] | undefined,
): Clock['status'] {
  if (pauses === undefined || (status !== 'running' && status !== 'paused')) return status;
  return pauses.some(({ until }) => until === undefined) ? 'paused' : 'running';
}
