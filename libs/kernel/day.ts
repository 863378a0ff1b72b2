/** A calendar day in China, `YYYY-MM-DD`. Days compare and sort as strings. */
export type Day = string;
/** A moment, ISO 8601 in UTC with milliseconds, e.g. `2026-04-03T01:00:00.000Z`. Sorts as a string. */
export type Instant = string;

const DAY_MS = 86_400_000;
/** Asia/Shanghai has stood at UTC+8 without summer time since 1991. */
const SHANGHAI_MS = 8 * 3_600_000;
const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day that exists (`2026-02-30` is not). */
export function isDay(text: string): text is Day {
  return DAY_PATTERN.test(text) && dayOfNumber(numberOfDay(text)) === text;
}

/** Days since 1970-01-01. */
export function numberOfDay(day: Day): number {
  return Math.round(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / DAY_MS);
}

export function dayOfNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The day `count` calendar days (自然日) later; earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayOfNumber(numberOfDay(day) + count);
}

/** Calendar days from `from` to `to`. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: Day): number {
  return (numberOfDay(day) + 4) % 7;
}

/** The day it is in China at that moment. */
export function dayInChina(instant: Instant): Day {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 10);
}

/** 00:00 in China on that day. */
export function startOfDayInChina(day: Day): Instant {
  return new Date(numberOfDay(day) * DAY_MS - SHANGHAI_MS).toISOString();
}

/** 24:00 in China on that day: the moment a period that ends on it has run out (民法典 203). */
export function endOfDayInChina(day: Day): Instant {
  return startOfDayInChina(addDays(day, 1));
}

export function addMilliseconds(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** Minutes from one moment to another; negative when it came before. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}
