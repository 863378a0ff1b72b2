import { dayInChina, startOfDayInChina, type Day, type Instant } from '#kernel';
import { calendarOfTable } from './china-calendar.js';
import { tableOfNotices, type DayTable } from './day-table.js';
import { offsetOf } from './days.js';
import { assertNotices, inOrderOfPublication, SHIPPED_NOTICES } from './notices.js';
import type { Calendar, HolidayNotice, OfficeDay } from './types.js';

/** Something an installation learnt of the calendar while it ran. */
export type CalendarRecord =
  | { readonly kind: 'notice'; readonly notice: HolidayNotice; readonly recordedAt: Instant }
  /** All own days of an office; they take the place of those it had before. */
  | {
      readonly kind: 'office-days';
      readonly office: string;
      readonly days: readonly OfficeDay[];
      readonly recordedAt: Instant;
    };

/** What a calendar is laid from. */
interface Knowledge {
  readonly version: string;
  readonly notices: readonly HolidayNotice[];
  readonly ownDays: OwnDays | undefined;
  readonly since: Instant;
}

type OwnDays = Extract<CalendarRecord, { readonly kind: 'office-days' }>;

const NO_NOTICE = 'no-notice';
const VERSION = /^(.+?)(?:@(\d+))?$/;
/** A table is some 200 KB; an installation needs one per notice and per office with days of its own. */
const TABLES_KEPT = 64;
/** Calendars are small; they share their tables. */
const RECALLED_KEPT = 512;
/** Lists of notices that have been checked; nobody changes one. */
const SOUND = new WeakSet<readonly HolidayNotice[]>();
const NEVER: Instant = '0001-01-01T00:00:00.000Z';

/**
 * Everything one installation knows of the calendar: the notices shipped with the product, and what it recorded
 * itself, in the order in which it did. It answers for any day what could be known then (by publication), and
 * for any version what a date was counted by (by record). Immutable; tables are kept for as long as it is.
 */
export class CalendarBook {
  readonly #tables = new Kept<DayTable>(TABLES_KEPT);
  readonly #recalled = new Kept<Calendar>(RECALLED_KEPT);
  /** The calendar asked for last, for each office: nearly always that of today. */
  readonly #latest = new Map<string, Calendar>();
  #ordered: readonly HolidayNotice[] | undefined;

  /** @throws NoticesInvalid when the shipped notices contradict themselves */
  constructor(
    readonly records: readonly CalendarRecord[] = [],
    private readonly shipped: readonly HolidayNotice[] = SHIPPED_NOTICES,
  ) {
    if (!SOUND.has(shipped)) assertNotices(shipped);
    SOUND.add(shipped);
  }

  /** Every notice known, oldest publication first. */
  get notices(): readonly HolidayNotice[] {
    return (this.#ordered ??= noticesOf(this.records, this.shipped));
  }

  /** When a notice was recorded here; undefined for one that was shipped with the product, or is not known. */
  recordedAt(notice: string): Instant | undefined {
    return this.records.find((one) => one.kind === 'notice' && one.notice.id === notice)?.recordedAt;
  }

  /** The book with one record more. */
  with(record: CalendarRecord): CalendarBook {
    return new CalendarBook([...this.records, record], this.shipped);
  }

  /** An office's own days as it has them now. */
  officeDays(office: string): readonly OfficeDay[] {
    return ownDaysOf(this.records, office)?.days ?? [];
  }

  /**
   * The calendar of an office, or of none in particular, as it could be known on a day: notices published by
   * then, own days recorded by then.
   * @throws CalendarError not-a-day, out-of-range
   */
  calendarOf(knownOn: Day, office = ''): Calendar {
    const latest = this.#latest.get(office);
    if (latest?.knownOn === knownOn) return latest;
    offsetOf(knownOn);
    const calendar = this.#layOut(known(this.records, this.notices, knownOn, office), knownOn);
    this.#latest.set(office, calendar);
    return calendar;
  }

  /**
   * The calendar by which a date was counted, whatever has been recorded since. Undefined for a version that
   * rests on more than this book knows: somebody else is ahead.
   */
  recall(version: string, knownOn: Day, office = ''): Calendar | undefined {
    const key = `${version} ${knownOn} ${office}`;
    const recalled = this.#recalled.get(key) ?? this.#found(version, knownOn, office);
    return recalled && this.#recalled.keep(key, recalled);
  }

  #found(version: string, knownOn: Day, office: string): Calendar | undefined {
    const [, last = '', count = '0'] = VERSION.exec(version) ?? [];
    if (Number(count) > this.records.length) return undefined;
    const records = this.records.slice(0, Number(count));
    const notices = noticesOf(records, this.shipped);
    const newest = notices.findIndex(({ id }) => id === last);
    if (newest < 0 && last !== NO_NOTICE) return undefined;
    const knowledge = known(records, notices.slice(0, newest + 1), knownOn, office);
    return this.#layOut({ ...knowledge, version }, knownOn);
  }

  #layOut({ version, notices, ownDays, since }: Knowledge, knownOn: Day): Calendar {
    const key = `${version} ${ownDays === undefined ? '' : String(this.records.indexOf(ownDays))}`;
    const table = this.#tables.get(key) ?? this.#tables.keep(key, tableOfNotices(notices, ownDays?.days));
    return calendarOfTable(table, { version, knownOn, since });
  }
}

/** What could be known on a day: of the records, and of all notices in their order. */
function known(
  records: readonly CalendarRecord[],
  ordered: readonly HolidayNotice[],
  knownOn: Day,
  office: string,
): Knowledge {
  const bears = (record: CalendarRecord): boolean =>
    record.kind === 'notice'
      ? record.notice.published <= knownOn
      : record.office === office && dayInChina(record.recordedAt) <= knownOn;
  const notices = ordered.filter(({ published }) => published <= knownOn);
  const newest = notices.at(-1);
  const name = newest?.id ?? NO_NOTICE;
  const published = newest === undefined ? NEVER : startOfDayInChina(newest.published);
  const count = records.findLastIndex(bears) + 1;
  const recordedAt = records[count - 1]?.recordedAt ?? NEVER;
  return {
    version: count === 0 ? name : `${name}@${String(count)}`,
    notices,
    ownDays: ownDaysOf(records.filter(bears), office),
    since: recordedAt > published ? recordedAt : published,
  };
}

/** In the order of publication. What was recorded here stands in place of what a release brings under the same id. */
function noticesOf(
  records: readonly CalendarRecord[],
  shipped: readonly HolidayNotice[],
): readonly HolidayNotice[] {
  const recorded = records.flatMap((record) => (record.kind === 'notice' ? [record.notice] : []));
  const ids = new Set(recorded.map(({ id }) => id));
  return inOrderOfPublication([...shipped.filter(({ id }) => !ids.has(id)), ...recorded]);
}

/** As many as are worth keeping; the one that has not been asked for longest goes first. */
class Kept<T> {
  readonly #things = new Map<string, T>();

  constructor(private readonly most: number) {}

  get(key: string): T | undefined {
    return this.#things.get(key);
  }

  keep(key: string, thing: T): T {
    this.#things.delete(key);
    const [oldest] = this.#things.keys();
    if (this.#things.size >= this.most && oldest !== undefined) this.#things.delete(oldest);
    this.#things.set(key, thing);
    return thing;
  }
}

const SHIPPED = new CalendarBook();

/**
 * China's calendar as it was known on a day, from the notices shipped with the product (2007–2026) alone.
 * @throws CalendarError not-a-day, out-of-range
 */
export function chinaCalendar({ knownOn }: { readonly knownOn: Day }): Calendar {
  return SHIPPED.calendarOf(knownOn);
}

function ownDaysOf(records: readonly CalendarRecord[], office: string): OwnDays | undefined {
  const isOwn = (record: CalendarRecord): record is OwnDays => record.kind === 'office-days';
  return records.filter(isOwn).findLast((record) => record.office === office);
}
