import type { Day, Instant } from '#kernel';
import { tableOfCalendar, type DayTable } from './day-table.js';
import { DAY_COUNT, dayAt, offsetOf } from './days.js';
import type { Calendar } from './types.js';

const TABLES = new WeakMap<Calendar, DayTable>();

/** A calendar on a table that has been laid out. */
export function calendarOfTable(
  table: DayTable,
  known: { readonly version: string; readonly knownOn: Day; readonly since: Instant },
): Calendar {
  const { version, knownOn, since } = known;
  const calendar: Calendar = Object.freeze({
    version,
    knownOn,
    since,
    standing: (day: Day) => table.standing(offsetOf(day)),
    isWorkingDay: (day: Day) => table.works[offsetOf(day)] === 1,
  });
  TABLES.set(calendar, table);
  return calendar;
}

/** The table behind a calendar; one that was made elsewhere is read once, day by day. */
export function tableOf(calendar: Calendar): DayTable {
  const known = TABLES.get(calendar);
  if (known !== undefined) return known;
  const table = tableOfCalendar(calendar);
  TABLES.set(calendar, table);
  return table;
}

/** Last day of the last year for which a notice was known; undefined when none was. */
export function publicationHorizon(calendar: Calendar): Day | undefined {
  const { provisionalBefore } = tableOf(calendar);
  for (let offset = DAY_COUNT - 1; offset >= 0; offset--) {
    if (provisionalBefore[offset + 1] === provisionalBefore[offset]) return dayAt(offset);
  }
  return undefined;
}
