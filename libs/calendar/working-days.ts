import { addMilliseconds, startOfDayInChina, type Day, type Instant } from '#kernel';
import { tableOf } from './china-calendar.js';
import { dayAt, millisecondsOf, offsetOf } from './days.js';
import { CalendarError } from './errors.js';
import type { Calendar, DueDate, Unit } from './types.js';

/**
 * Working days after `from`, up to and with `to`; negative when `to` is earlier.
 * @throws CalendarError not-a-day, out-of-range
 */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  const before = tableOf(calendar).worksBefore;
  return (before[offsetOf(to) + 1] ?? 0) - (before[offsetOf(from) + 1] ?? 0);
}

/**
 * The working day that is `count` working days after the day; earlier when negative; the day itself at 0.
 * @throws CalendarError not-a-day, out-of-range, impossible-term when the count is not whole
 */
export function addWorkingDays(calendar: Calendar, day: Day, count: number): Day {
  if (!Number.isInteger(count)) throw new CalendarError('impossible-term', { amount: count, unit: 'WD' });
  const { worksBefore, workingDays } = tableOf(calendar);
  const offset = offsetOf(day);
  if (count === 0) return day;
  const index = count > 0 ? (worksBefore[offset + 1] ?? 0) + count - 1 : (worksBefore[offset] ?? 0) + count;
  const found = workingDays[index];
  if (found === undefined) throw new CalendarError('out-of-range', { day, count });
  return dayAt(found);
}

/** The inverse of addWorkingDays. @throws CalendarError as addWorkingDays */
export function subtractWorkingDays(calendar: Calendar, day: Day, count: number): Day {
  return addWorkingDays(calendar, day, -count);
}

/**
 * What is left of a period on a day, in its own unit, the due day counted and today not: 0 on the due day,
 * negative when it has passed.
 * @throws CalendarError not-a-day, out-of-range
 */
export function remaining(calendar: Calendar, today: Day, due: Day, unit: 'WD' | 'CD'): number {
  return unit === 'WD' ? workingDaysBetween(calendar, today, due) : offsetOf(due) - offsetOf(today);
}

/** Whole hours left on a clock in hours, rounded down; negative when it has run out. */
export function remainingHours(now: Instant, dueAt: Instant): number {
  return Math.floor((millisecondsOf(dueAt) - millisecondsOf(now)) / 3_600_000);
}

/**
 * The moment at which `before` of a period is left, in its own unit: 00:00 of the day from which that many
 * WD or CD remain (0: the due day), or that many hours before the end.
 * @throws CalendarError as addWorkingDays
 */
export function momentBefore(calendar: Calendar, due: DueDate, before: number, unit: Unit): Instant {
  if (unit === 'H') return addMilliseconds(due.dueAt, -Math.round(before * 3_600_000));
  if (unit === 'WD') return startOfDayInChina(subtractWorkingDays(calendar, due.dueOn, before));
  return startOfDayInChina(dayAt(offsetOf(due.dueOn) - before));
}
