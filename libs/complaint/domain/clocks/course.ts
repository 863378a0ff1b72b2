import { dueDate, type Calendar, type DueDate } from '#calendar';
import type { Context } from '../case/context.js';
import type { Clock, ClockPause } from './clock.js';
import { periodOf } from './ledger.js';

/** The facts by which a clock is counted and judged, as far as they can change. */
export type Course = Pick<Clock, 'startAt' | 'pausedOver' | 'extended' | 'metAt' | 'timelyAt'>;

/** What has changed of them; a cap in working days ends a pause by the calendar. */
export type Change = (calendar: Calendar) => Partial<Course>;

/** A clock counted by its facts. */
export interface Reckoned {
  /** With the changed facts. */
  readonly clock: Clock;
  readonly calendar: Calendar;
  /** It stands still: it has no date now, and the one shown is the one that it had when it came to a stand. */
  readonly held: boolean;
  readonly due: DueDate;
}

/**
 * A clock counted anew by the calendar as it is known now; by the one that it was counted by before where either date
 * had passed when the present one came to be known: such a date the calendar does not move (deadlines.md 3).
 */
export function reckoned(before: Clock, change: Change, { calendar, recall }: Context): Reckoned {
  const anew = countedBy(calendar, before, change);
  const own = before.calendar === calendar.version ? undefined : recall(before.calendar, before.knownOn);
  if (own === undefined) return anew;
  const asBefore = countedBy(own, before, change);
  const hadPassed = ({ held, due }: Reckoned) => !held && due.dueAt <= calendar.since;
  return hadPassed(asBefore) || hadPassed(anew) ? asBefore : anew;
}

function countedBy(calendar: Calendar, before: Clock, change: Change): Reckoned {
  const clock = { ...before, ...change(calendar) };
  const ended = clock.pausedOver.filter(({ until }) => until !== undefined);
  const held = ended.length < clock.pausedOver.length;
  const due = isSameCourse(before, clock)
    ? { dueOn: before.dueOn, dueAt: before.dueAt, provisional: before.provisional }
    : dueDate(calendar, { ...periodOf(clock), pauses: ended });
  return { clock, calendar, held, due };
}

/** Whether both are counted alike. */
export function isSameCourse(one: Course, other: Course): boolean {
  return (
    one.startAt === other.startAt &&
    (one.extended ?? 0) === (other.extended ?? 0) &&
    isSamePauses(one.pausedOver, other.pausedOver)
  );
}

/** Whether both were met at one moment, or neither was. */
export function isSameStop(one: Course, other: Course): boolean {
  return one.metAt === other.metAt && one.timelyAt === other.timelyAt;
}

/** Whether two lists of pauses say the same. */
export function isSamePauses(some: readonly ClockPause[], others: readonly ClockPause[]): boolean {
  return textOf(some) === textOf(others);
}

function textOf(pauses: readonly ClockPause[]): string {
  return JSON.stringify(
    pauses.map(({ from, until, reason, endsOn, endedBy }) => [from, until, reason, endsOn, endedBy]),
  );
}
