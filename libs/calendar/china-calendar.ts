import type { Day } from '#kernel';
import { tableOfCalendar, tableOfNotices, type DayTable } from './day-table.js';
import { DAY_COUNT, dayAt, offsetOf } from './days.js';
import { CalendarError } from './errors.js';
import { SHIPPED_NOTICES, assertNotices, inOrderOfPublication } from './notices.js';
import type { Calendar, HolidayNotice, OfficeDay } from './types.js';

export interface CalendarOptions {
  /** Notices published on or before this day are taken into account, later ones are not. */
  readonly knownOn: Day;
  /** The office's own days; they win over every notice. */
  readonly officeDays?: readonly OfficeDay[];
}

/** Sound notices in the order they became known, and the tables already built from them. */
interface NoticeSet {
  readonly ordered: readonly HolidayNotice[];
  readonly tables: Map<string, DayTable>;
  /** The calendar asked for last, without days of an office: nearly always that of today. */
  latest?: Calendar;
}

const NOTICE_SETS = new WeakMap<readonly HolidayNotice[], NoticeSet>();
const TABLES = new WeakMap<Calendar, DayTable>();
/** A table is some 200 KB; an installation needs one per notice and per office with days of its own. */
const TABLES_KEPT = 64;

/**
 * China's calendar as it was known on a day, from the notices shipped with the product (2007–2026).
 * @throws CalendarError not-a-day, out-of-range, office-day-twice
 */
export function chinaCalendar(options: CalendarOptions): Calendar {
  return calendarFromNotices(SHIPPED_NOTICES, options);
}

/**
 * The calendar that follows from a set of notices. Tables are kept per array: pass the same array again
 * rather than a copy of it, and do not change it.
 * @throws NoticesInvalid when the notices contradict themselves
 * @throws CalendarError not-a-day, out-of-range, office-day-twice
 */
export function calendarFromNotices(notices: readonly HolidayNotice[], options: CalendarOptions): Calendar {
  const set = setOf(notices);
  if (options.officeDays === undefined && set.latest?.knownOn === options.knownOn) return set.latest;
  const officeDays = options.officeDays ?? [];
  offsetOf(options.knownOn);
  const known = set.ordered.filter((notice) => notice.published <= options.knownOn);
  const version = versionOf(known, officeDays);
  const key = `${version} ${officeText(officeDays)}`;
  const table = set.tables.get(key) ?? kept(set.tables, key, tableOfNotices(known, officeDays));
  const calendar = calendarOf(version, options.knownOn, table);
  if (options.officeDays === undefined) set.latest = calendar;
  return calendar;
}

/** Last day of the last year for which a notice was known; undefined when none was. */
export function publicationHorizon(calendar: Calendar): Day | undefined {
  const { provisionalBefore } = tableOf(calendar);
  for (let offset = DAY_COUNT - 1; offset >= 0; offset--) {
    if (provisionalBefore[offset + 1] === provisionalBefore[offset]) return dayAt(offset);
  }
  return undefined;
}

/** The table behind a calendar; one that was made elsewhere is read once, day by day. */
export function tableOf(calendar: Calendar): DayTable {
  const known = TABLES.get(calendar);
  if (known !== undefined) return known;
  const table = tableOfCalendar(calendar);
  TABLES.set(calendar, table);
  return table;
}

function setOf(notices: readonly HolidayNotice[]): NoticeSet {
  const known = NOTICE_SETS.get(notices);
  if (known !== undefined) return known;
  assertNotices(notices);
  const set: NoticeSet = { ordered: inOrderOfPublication(notices), tables: new Map<string, DayTable>() };
  NOTICE_SETS.set(notices, set);
  return set;
}

function calendarOf(version: string, knownOn: Day, table: DayTable): Calendar {
  const calendar: Calendar = Object.freeze({
    version,
    knownOn,
    standing: (day: Day) => table.standing(offsetOf(day)),
    isWorkingDay: (day: Day) => table.works[offsetOf(day)] === 1,
  });
  TABLES.set(calendar, table);
  return calendar;
}

function kept(tables: Map<string, DayTable>, key: string, table: DayTable): DayTable {
  const oldest = tables.keys().next().value;
  if (tables.size >= TABLES_KEPT && oldest !== undefined) tables.delete(oldest);
  tables.set(key, table);
  return table;
}

function versionOf(known: readonly HolidayNotice[], officeDays: readonly OfficeDay[]): string {
  const last = known.at(-1)?.id ?? 'no-notice';
  return officeDays.length === 0 ? last : `${last}+office-${fingerprint(officeText(officeDays))}`;
}

function officeText(officeDays: readonly OfficeDay[]): string {
  const lines = officeDays.map((own) => `${own.day}${own.works ? '+' : '-'}`).sort();
  const days = officeDays.map((own) => own.day);
  const twice = days.find((day, index) => days.indexOf(day) !== index);
  if (twice !== undefined) throw new CalendarError('office-day-twice', { day: twice });
  return lines.join(' ');
}

/** FNV-1a, 32 bits: names an office's days in a version; nothing rests on it being hard to forge. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
