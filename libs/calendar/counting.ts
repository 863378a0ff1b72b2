import { addMilliseconds, dayInChina } from '#kernel';
import { tableOf } from './china-calendar.js';
import type { DayTable } from './day-table.js';
import { DAY_COUNT, dayAt, endOfDayText, offsetOf, offsetOfInstant } from './days.js';
import { CalendarError } from './errors.js';
import type { Calendar, DueDate, Pause, Period, Term } from './types.js';

const HOUR_MS = 3_600_000;

/** Days [from, until) as offsets; `until` is Infinity while the pause lasts. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** A period of days reckoned: offsets of its start day, of the last counted day, and of the due day. */
export interface Reckoning {
  readonly start: number;
  readonly last: number;
  readonly due: number;
  /** Merged pauses, in order. */
  readonly pauses: readonly Span[];
  readonly provisional: boolean;
}

const NO_PAUSES: readonly Span[] = [];

/**
 * When a period ends. Days: the start day does not count, the last day ends at 24:00 (民法典 201, 203).
 * Hours: from the moment, on the wall clock. A CD period without roll does not depend on the calendar
 * and is never provisional.
 * @throws CalendarError impossible-term, impossible-pause, clock-stands-still, not-a-day, not-an-instant, out-of-range
 */
export function dueDate(calendar: Calendar, period: Period): DueDate {
  if (period.term.unit === 'H') return dueInHours(period);
  return dueOf(reckon(tableOf(calendar), period));
}

/** The period as it would stand if what holds its clock still ended on that day (for a forecast). */
export function resumedOn(period: Period, day: string): Period {
  const pauses = period.pauses?.map((pause) =>
    pause.until === undefined ? { ...pause, until: day } : pause,
  );
  return pauses === undefined ? period : { ...period, pauses };
}

export function dueOf(reckoning: Reckoning): DueDate {
  const dueOn = dayAt(reckoning.due);
  return { dueOn, dueAt: endOfDayText(dueOn), provisional: reckoning.provisional };
}

/** @throws CalendarError as dueDate */
export function dueInHours(period: Period): DueDate {
  assertTerm(period.term, period.extension);
  if ((period.pauses?.length ?? 0) > 0) throw new CalendarError('impossible-pause', { unit: 'H' });
  offsetOfInstant(period.startAt);
  const hours = period.term.amount + (period.extension ?? 0);
  if (hours > DAY_COUNT * 24) throw new CalendarError('out-of-range', { amount: hours });
  const dueAt = addMilliseconds(period.startAt, Math.round(hours * HOUR_MS));
  return { dueOn: dayInChina(dueAt), dueAt, provisional: false };
}

/** Reckons a period in WD or CD. @throws CalendarError as dueDate */
export function reckon(table: DayTable, period: Period): Reckoning {
  const { term } = period;
  assertTerm(term, period.extension);
  const start = offsetOfInstant(period.startAt);
  const pauses = mergedPauses(period.pauses);
  const amount = term.amount + (period.extension ?? 0);
  const last = term.unit === 'WD' ? endInWd(table, start, amount, pauses) : endInCd(start, amount, pauses);
  if (last >= DAY_COUNT) throw new CalendarError('out-of-range', { amount: term.amount });
  const due = term.unit === 'CD' && term.roll ? rolled(table, last, pauses) : last;
  const asksCalendar = term.unit === 'WD' || term.roll;
  const before = table.provisionalBefore;
  return { start, last, due, pauses, provisional: asksCalendar && before[due + 1] !== before[start + 1] };
}

function endInCd(start: number, amount: number, pauses: readonly Span[]): number {
  let end = start + amount;
  for (const pause of pauses) {
    if (pause.from > end) break;
    end += Math.max(0, assertEnds(pause).until - Math.max(pause.from, start + 1));
  }
  return end;
}

function endInWd(table: DayTable, start: number, amount: number, pauses: readonly Span[]): number {
  const { worksBefore, workingDays } = table;
  const at = (offset: number) => worksBefore[Math.min(offset, DAY_COUNT)] ?? 0;
  const nth = (index: number) => workingDays[index] ?? DAY_COUNT;
  let index = at(start + 1) + amount - 1;
  for (const pause of pauses) {
    if (pause.from > nth(index)) break;
    const from = Math.max(pause.from, start + 1);
    index += Math.max(0, at(assertEnds(pause).until) - at(from));
  }
  return nth(index);
}

function assertEnds(pause: Span): Span {
  if (pause.until !== Infinity) return pause;
  throw new CalendarError('clock-stands-still', { since: dayAt(pause.from) });
}

/** The roll goes to the first working day on which the clock does not stand still. */
function rolled(table: DayTable, last: number, pauses: readonly Span[]): number {
  let day = firstWorkingDayFrom(table, last);
  for (const pause of pauses) {
    if (pause.from > day) break;
    if (pause.until > day) day = firstWorkingDayFrom(table, assertEnds(pause).until);
  }
  return day;
}

function firstWorkingDayFrom(table: DayTable, offset: number): number {
  const day = table.workingDays[table.worksBefore[offset] ?? 0];
  if (day === undefined) throw new CalendarError('out-of-range', { day: dayAt(offset) });
  return day;
}

/** Pauses in order, overlapping and touching ones as one, empty ones gone. */
function mergedPauses(pauses: readonly Pause[] | undefined): readonly Span[] {
  if (pauses === undefined || pauses.length === 0) return NO_PAUSES;
  const spans = pauses.map(spanOf).filter((span) => span.until > span.from);
  spans.sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of spans) {
    const previous = merged.at(-1);
    if (previous === undefined || span.from > previous.until) merged.push(span);
    else merged[merged.length - 1] = { from: previous.from, until: Math.max(previous.until, span.until) };
  }
  return merged;
}

function spanOf(pause: Pause): Span {
  const from = offsetOf(pause.from);
  const until = pause.until === undefined ? Infinity : offsetOf(pause.until);
  if (until >= from) return { from, until };
  throw new CalendarError('impossible-pause', { from: pause.from, until: pause.until });
}

/** WD and CD are whole and positive; hours are whole minutes (half an hour is 0.5) and never roll. */
export function assertTerm(term: Term, extension = 0): void {
  const { amount, unit, roll } = term;
  const isWhole = unit === 'H' ? isWholeMinutes : Number.isInteger;
  if (!(isWhole(amount) && isWhole(extension)) || amount <= 0 || extension < 0 || (unit === 'H' && roll)) {
    throw new CalendarError('impossible-term', { amount, unit, roll, extension });
  }
}

/** A minute's part of an hour is rarely exact in binary: 49 minutes are 0.81666… hours. */
function isWholeMinutes(hours: number): boolean {
  return Math.abs(hours * 60 - Math.round(hours * 60)) < 1e-6;
}
