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
      return set(event.data.clock, event.data.revision, event.data.rings);
    case 'ClockResumed': {
      const { endedBy, open = [] } = event.data;
      return replaced({ ...event.data, open }, endedBy === undefined ? 'superseded' : 'fired');
    }
    case 'ClockRescheduled':
      return replaced(event.data, 'superseded');
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
      return replaced({ ...event.data, rings: event.data.rings ?? [] }, 'superseded');
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

/** What stood is over unless it is set anew. */
function replaced(
  data: {
    readonly clock: string;
    readonly revision: number;
    readonly open: readonly string[];
    readonly rings: readonly Ring[];
  },
  end: 'fired' | 'superseded',
): TimerEffect[] {
  const { clock, revision, rings } = data;
  const open = data.open.filter((rung) => !rings.some((ring) => ring.rung === rung));
  return [...set(clock, revision, rings), ...ended({ clock, open }, end)];
}

function ended(
  data: { readonly clock: string; readonly open: readonly string[] },
  end: 'fired' | 'cancelled' | 'superseded',
): TimerEffect[] {
  return data.open.map((rung) => ({ op: 'end', clock: data.clock, rung, end }));
}
