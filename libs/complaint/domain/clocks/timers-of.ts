import type { Instant } from '#kernel';
import type { ComplaintEvent } from '../case/events.js';
import type { Ring } from './clock.js';

/** What an event means for the timers that will wake the case up. */
export type TimerEffect =
  | {
      readonly op: 'set';
      readonly clock: string;
      readonly rung: string;
      readonly revision: number;
      readonly fireAt: Instant;
    }
  | {
      readonly op: 'end';
      readonly clock: string;
      readonly rung: string;
      readonly end: 'fired' | 'cancelled' | 'superseded';
    };

/** Every clock's timers, read off the events: a table of them can be made anew at any time (deadlines.md 6). */
export function timersOf(event: ComplaintEvent): TimerEffect[] {
  switch (event.type) {
    case 'ClockStarted':
    case 'ClockResumed':
      return set(event.data.clock, event.data.revision, event.data.rings);
    case 'ClockRescheduled': {
      const { clock, revision, open, rings } = event.data;
      const gone = open.filter((rung) => !rings.some((ring) => ring.rung === rung));
      return [...set(clock, revision, rings), ...ended({ clock, open: gone }, 'superseded')];
    }
    case 'ClockReminded':
      return [{ op: 'end', clock: event.data.clock, rung: event.data.rung, end: 'fired' }];
    case 'ClockMissed':
      return event.data.open.map((rung) => ({
        op: 'end',
        clock: event.data.clock,
        rung,
        end: rung === 'due' ? 'fired' : 'superseded',
      }));
    case 'ClockPaused':
      return ended(event.data, 'superseded');
    case 'ClockMet':
    case 'ClockCancelled':
      return ended(event.data, 'cancelled');
    default:
      return [];
  }
}

function set(clock: string, revision: number, rings: readonly Ring[]): TimerEffect[] {
  return rings.map(({ rung, at }) => ({ op: 'set', clock, rung, revision, fireAt: at }));
}

function ended(
  data: { readonly clock: string; readonly open: readonly string[] },
  end: 'cancelled' | 'superseded',
): TimerEffect[] {
  return data.open.map((rung) => ({ op: 'end', clock: data.clock, rung, end }));
}
