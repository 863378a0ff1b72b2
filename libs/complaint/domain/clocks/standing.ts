import type { ComplaintEvent } from '../case/events.js';
import type { Clock } from './clock.js';

/** Events of the clock ledger (deadlines.md 4). */
export type ClockEvent = Extract<ComplaintEvent, { readonly type: `Clock${string}` }>;

/** What happens to a clock that was started. */
export type LaterClockEvent = Exclude<ClockEvent, { readonly type: 'ClockStarted' }>;

/** How a clock stands, for whoever does not count it: by when, how sure that is, and what has become of it. */
export type ClockStanding = Pick<Clock, 'status' | 'dueAt' | 'verification'>;

/** What is kept of a clock, as the clock stands after an event; the very same where the event says nothing of that. */
export function standingAfter<Kept extends ClockStanding>(before: Kept, event: LaterClockEvent): Kept {
  switch (event.type) {
    case 'ClockPaused':
      return { ...before, status: 'paused', ...sure(event.data) };
    case 'ClockResumed':
      return { ...before, status: 'running', dueAt: event.data.dueAt, ...sure(event.data) };
    case 'ClockRescheduled': {
      const { dueAt, pausedOver } = event.data;
      return { ...before, status: statusRescheduled(before.status, pausedOver), dueAt, ...sure(event.data) };
    }
    case 'ClockReassessed':
      return { ...before, status: event.data.is };
    case 'ClockMet':
      return { ...before, status: event.data.inTime ? 'met' : 'met-late' };
    case 'ClockMissed':
      return { ...before, status: 'missed' };
    case 'ClockCancelled':
      return { ...before, status: 'cancelled' };
    case 'ClockReminded':
    case 'ClockNotMoved':
    case 'ClockDelayAnnounced':
      return before;
  }
}

/** How sure the date is now, where the event says that this has changed. */
function sure({ verification }: Partial<ClockStanding>): Pick<Partial<ClockStanding>, 'verification'> {
  return verification === undefined ? {} : { verification };
}

/** One that is over stays so; of one that is not, its pauses say whether it runs, where they are said anew. */
function statusRescheduled(
  status: Clock['status'],
  pauses: Clock['pausedOver'] | undefined,
): Clock['status'] {
  if (pauses === undefined || (status !== 'running' && status !== 'paused')) return status;
  return pauses.some(({ until }) => until === undefined) ? 'paused' : 'running';
}
