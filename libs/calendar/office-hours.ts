import { addDays, addMilliseconds, dayInChina, startOfDayInChina, type Day, type Instant } from '#kernel';
import type { Calendar } from './types.js';
import { addWorkingDays } from './working-days.js';

/** When an office is open on a working day (办公时间): `HH:MM` in China, `closes` no longer open. */
export interface OfficeHours {
  readonly opens: string;
  readonly closes: string;
}

export const USUAL_OFFICE_HOURS: OfficeHours = { opens: '09:00', closes: '17:00' };

const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether it is a time of day at which an office opens, and a later one at which it closes. */
export function isOfficeHours(value: unknown): value is OfficeHours {
  const { opens, closes } = Object(value) as Partial<Record<keyof OfficeHours, unknown>>;
  const times = [opens, closes].filter((time) => typeof time === 'string' && TIME_OF_DAY.test(time));
  return times.length === 2 && String(opens) < String(closes);
}

/** Whether the office is open at that moment. @throws CalendarError not-an-instant, out-of-range */
export function isOpenAt(calendar: Calendar, { opens, closes }: OfficeHours, at: Instant): boolean {
  const day = dayInChina(at);
  return calendar.isWorkingDay(day) && momentOf(day, opens) <= at && at < momentOf(day, closes);
}

/** When the office opens next, strictly after that moment. @throws CalendarError as addWorkingDays */
export function nextOpening(calendar: Calendar, { opens }: OfficeHours, after: Instant): Instant {
  const day = dayInChina(after);
  const from = momentOf(day, opens) > after ? addDays(day, -1) : day;
  return momentOf(addWorkingDays(calendar, from, 1), opens);
}

/** When the office opens on that day, or on the last working day before a rest day. @throws CalendarError as addWorkingDays */
export function lastOpening(calendar: Calendar, { opens }: OfficeHours, day: Day): Instant {
  return momentOf(calendar.isWorkingDay(day) ? day : addWorkingDays(calendar, day, -1), opens);
}

function momentOf(day: Day, time: string): Instant {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return addMilliseconds(startOfDayInChina(day), minutes * 60_000);
}
