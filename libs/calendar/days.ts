import { dayOfNumber, isDay, numberOfDay, type Day, type Instant } from '#kernel';
import { CalendarError } from './errors.js';

/** Years a calendar reckons. A day is then an offset from the first, and whole calendars are small arrays. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;
const FIRST = numberOfDay(`${String(FIRST_YEAR)}-01-01`);
export const DAY_COUNT = numberOfDay(`${String(LAST_YEAR)}-12-31`) - FIRST + 1;

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
const TEXTS: string[] = new Array<string>(DAY_COUNT).fill('');

/** The day at an offset from 2000-01-01. @throws CalendarError out-of-range */
export function dayAt(offset: number): Day {
  const known = TEXTS[offset];
  if (known === undefined) throw new CalendarError('out-of-range', { offset });
  if (known !== '') return known;
  const text = dayOfNumber(FIRST + offset);
  TEXTS[offset] = text;
  return text;
}

/** Offset of a day from 2000-01-01. @throws CalendarError not-a-day, out-of-range */
export function offsetOf(day: Day): number {
  const offset = numberOfDay(day) - FIRST;
  if (offset >= 0 && offset < DAY_COUNT && dayAt(offset) === day) return offset;
  throw new CalendarError(isDay(day) ? 'out-of-range' : 'not-a-day', { day });
}

/** Whether a calendar reckons that day. */
export function isReckoned(day: Day): boolean {
  return day >= `${String(FIRST_YEAR)}-01-01` && day <= `${String(LAST_YEAR)}-12-31`;
}

/**
 * Milliseconds of a moment. `2026-02-30T00:00:00.000Z` parses but does not exist, so the date is read back.
 * @throws CalendarError not-an-instant, out-of-range
 */
export function millisecondsOf(instant: Instant): number {
  const ms = instant.endsWith('Z') ? Date.parse(instant) : NaN;
  if (Number.isNaN(ms)) throw new CalendarError('not-an-instant', { instant });
  if (dayAt(Math.floor(ms / DAY_MS) - FIRST) !== instant.slice(0, 10)) {
    throw new CalendarError('not-an-instant', { instant });
  }
  return ms;
}

/** Offset of the day it is in China at that moment. @throws CalendarError not-an-instant, out-of-range */
export function offsetOfInstant(instant: Instant): number {
  return Math.floor((millisecondsOf(instant) + SHANGHAI_MS) / DAY_MS) - FIRST;
}

/** 24:00 in China on a day is 16:00 UTC on the same date. */
export function endOfDayText(day: Day): Instant {
  return `${day}T16:00:00.000Z`;
}

/** 0 Sunday … 6 Saturday. */
export function weekdayAt(offset: number): number {
  return (FIRST + offset + 4) % 7;
}
