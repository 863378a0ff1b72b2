import { dayInChina, startOfDayInChina, type Day, type Instant } from '#kernel';
import { calendarOfTable } from './china-calendar.js';
import { tableOfNotices, type DayTable } from './day-table.js';
import { offsetOf } from './days.js';
import { assertNotices, inOrderOfPublication, publishedBefore, SHIPPED_NOTICES } from './notices.js';
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
const NEVER: Instant = '0001-01-01T00:00:00.000Z';

/**
 * Everything one installation knows of the calendar: the notices shipped with the product, and what it recorded
 * itself, in the order in which it did. It answers for any day what could be known then (by publication), and
 * for any version what a date was counted by (by record). Immutable; tables are kept for as long as it is.
 */
export class CalendarBook {
  readonly #tables = new Map<string, DayTable>();
  /** The calendar asked for last, for each office: nearly always that of today. */
  readonly #latest = new Map<string, Calendar>();

  /** @throws NoticesInvalid when the shipped notices contradict themselves */
  constructor(
    readonly records: readonly CalendarRecord[] = [],
    private readonly shipped: readonly HolidayNotice[] = SHIPPED_NOTICES,
  ) {
    assertNotices(shipped);
  }

  /** Every notice known, oldest publication first. */
  get notices(): readonly HolidayNotice[] {
    return this.#noticesOf(this.records);
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
    const calendar = this.#layOut(this.#known(this.records, knownOn, office), knownOn);
    this.#latest.set(office, calendar);
    return calendar;
  }

  /**
   * The calendar by which a date was counted, whatever has been recorded since. Undefined for a version that
   * rests on more than this book knows: somebody else is ahead.
   */
  recall(version: string, knownOn: Day, office = ''): Calendar | undefined {
    const [, last = '', count = '0'] = VERSION.exec(version) ?? [];
    if (Number(count) > this.records.length) return undefined;
    const records = this.records.slice(0, Number(count));
    const notices = this.#noticesOf(records);
    const newest = notices.find(({ id }) => id === last);
    if (newest === undefined && last !== NO_NOTICE) return undefined;
    const known = this.#known(records, knownOn, office, (one) => {
      return newest !== undefined && !publishedBefore(newest, one);
    });
    return this.#layOut({ ...known, version }, knownOn);
  }

  #known(
    records: readonly CalendarRecord[],
    knownOn: Day,
    office: string,
    counts: (notice: HolidayNotice) => boolean = () => true,
  ): Knowledge {
    const bearing = records.filter((record) =>
      record.kind === 'notice'
        ? record.notice.published <= knownOn
        : record.office === office && dayInChina(record.recordedAt) <= knownOn,
    );
    const notices = this.#noticesOf(bearing).filter((one) => one.published <= knownOn && counts(one));
    const newest = notices.at(-1);
    const lastRecord = bearing.at(-1);
    const name = newest?.id ?? NO_NOTICE;
    const published = newest === undefined ? NEVER : startOfDayInChina(newest.published);
    const recordedAt = lastRecord?.recordedAt ?? NEVER;
    return {
      version: lastRecord === undefined ? name : `${name}@${String(records.indexOf(lastRecord) + 1)}`,
      notices,
      ownDays: ownDaysOf(bearing, office),
      since: recordedAt > published ? recordedAt : published,
    };
  }

  /** What the installation recorded stands in place of what a later release brings under the same id. */
  #noticesOf(records: readonly CalendarRecord[]): readonly HolidayNotice[] {
    const recorded = records.flatMap((record) => (record.kind === 'notice' ? [record.notice] : []));
    const ids = new Set(recorded.map(({ id }) => id));
    return inOrderOfPublication([...this.shipped.filter(({ id }) => !ids.has(id)), ...recorded]);
  }

  #layOut({ version, notices, ownDays, since }: Knowledge, knownOn: Day): Calendar {
    const key = `${version} ${ownDays === undefined ? '' : String(this.records.indexOf(ownDays))}`;
    const table = this.#tables.get(key) ?? this.#kept(key, tableOfNotices(notices, ownDays?.days));
    return calendarOfTable(table, { version, knownOn, since });
  }

  #kept(key: string, table: DayTable): DayTable {
    const oldest = this.#tables.keys().next().value;
    if (this.#tables.size >= TABLES_KEPT && oldest !== undefined) this.#tables.delete(oldest);
    this.#tables.set(key, table);
    return table;
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
