import { DAY_COUNT, FIRST_YEAR, LAST_YEAR, dayAt, offsetOf, weekdayAt } from './days.js';
import type { Calendar, DayReason, DayStanding, HolidayNotice, OfficeDay } from './types.js';

/** Fields of every day 2000–2100, prefix sums over them, and the days' standings, made when first asked. */
export interface DayTable {
  /** 1 where the day works. */
  readonly works: Uint8Array;
  /** Working days before each offset; one longer than the days. */
  readonly worksBefore: Uint16Array;
  /** Offset of the n-th working day, from 0. */
  readonly workingDays: Uint16Array;
  /** Provisional days before each offset. */
  readonly provisionalBefore: Uint16Array;
  /** What it was laid from; empty for a calendar that was not made here. */
  readonly notices: readonly HolidayNotice[];
  readonly officeDays: readonly OfficeDay[];
  standing(offset: number): DayStanding;
}

const REASONS: readonly DayReason[] = [
  'weekday',
  'weekend',
  'holiday-by-notice',
  'make-up-by-notice',
  'fixed-public-holiday',
  'office-day-off',
  'office-working-day',
];
const code = (reason: DayReason) => REASONS.indexOf(reason);

/** Lays notices, oldest first, over weekends and fixed holidays, and an office's own days over both. */
export function tableOfNotices(
  known: readonly HolidayNotice[],
  officeDays: readonly OfficeDay[] = [],
): DayTable {
  const works = new Uint8Array(DAY_COUNT);
  const reasons = new Uint8Array(DAY_COUNT);
  const provisional = new Uint8Array(DAY_COUNT);
  const sources = new Int16Array(DAY_COUNT).fill(-1);
  layWeeks(new Set(known.map((n) => n.year)), works, reasons, provisional);
  known.forEach((notice, index) => {
    const lay = (day: string, working: boolean) => {
      const offset = offsetOf(day);
      works[offset] = working ? 1 : 0;
      reasons[offset] = code(working ? 'make-up-by-notice' : 'holiday-by-notice');
      provisional[offset] = 0;
      sources[offset] = index;
    };
    for (const day of notice.daysOff) lay(day, false);
    for (const day of notice.workingDays) lay(day, true);
  });
  const ownDays = new Map(officeDays.map((own) => [offsetOf(own.day), own]));
  for (const [offset, own] of ownDays) {
    works[offset] = own.works ? 1 : 0;
    reasons[offset] = code(own.works ? 'office-working-day' : 'office-day-off');
    sources[offset] = -1;
  }
  return indexed(works, provisional, { notices: known, officeDays }, (offset) => {
    const notice = known[sources[offset] ?? -1];
    const own = ownDays.get(offset);
    return {
      day: dayAt(offset),
      works: works[offset] === 1,
      reason: REASONS[reasons[offset] ?? 0] ?? 'weekday',
      ...(notice === undefined ? {} : { notice: notice.id }),
      ...(notice?.number == null ? {} : { number: notice.number }),
      ...(own === undefined ? {} : { officeReason: own.reason }),
      provisional: provisional[offset] === 1,
    };
  });
}

/** The table of a calendar that was not made here, read day by day. */
export function tableOfCalendar(calendar: Calendar): DayTable {
  const works = new Uint8Array(DAY_COUNT);
  const provisional = new Uint8Array(DAY_COUNT);
  for (let offset = 0; offset < DAY_COUNT; offset++) {
    const standing = calendar.standing(dayAt(offset));
    works[offset] = standing.works ? 1 : 0;
    provisional[offset] = standing.provisional ? 1 : 0;
  }
  const laidFrom = { notices: [], officeDays: [] };
  return indexed(works, provisional, laidFrom, (offset) => calendar.standing(dayAt(offset)));
}

/** Every year's first day, and the day after the last year. */
const YEAR_STARTS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, n) =>
  offsetOf(`${String(FIRST_YEAR + n)}-01-01`),
).concat(DAY_COUNT);
const WEEK_WORKS = Uint8Array.from({ length: DAY_COUNT }, (_, offset) => (isWeekend(offset) ? 0 : 1));
const WEEK_REASONS = WEEK_WORKS.map((works) => code(works === 1 ? 'weekday' : 'weekend'));

/** Weeks, and for a year without a notice the holidays with a fixed date. */
function layWeeks(
  published: ReadonlySet<number>,
  works: Uint8Array,
  reasons: Uint8Array,
  provisional: Uint8Array,
): void {
  works.set(WEEK_WORKS);
  reasons.set(WEEK_REASONS);
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    if (published.has(year)) continue;
    provisional.fill(1, YEAR_STARTS[year - FIRST_YEAR], YEAR_STARTS[year - FIRST_YEAR + 1]);
    for (const day of fixedHolidays(year)) {
      works[offsetOf(day)] = 0;
      reasons[offsetOf(day)] = code('fixed-public-holiday');
    }
  }
}

function isWeekend(offset: number): boolean {
  const weekday = weekdayAt(offset);
  return weekday === 0 || weekday === 6;
}

/** Statutory holidays with a date of their own; 2 May since 2025. */
function fixedHolidays(year: number): readonly string[] {
  const days = ['01-01', '05-01', '10-01', '10-02', '10-03', ...(year >= 2025 ? ['05-02'] : [])];
  return days.map((monthDay) => `${String(year)}-${monthDay}`);
}

function indexed(
  works: Uint8Array,
  provisional: Uint8Array,
  laidFrom: Pick<DayTable, 'notices' | 'officeDays'>,
  make: (offset: number) => DayStanding,
): DayTable {
  const worksBefore = new Uint16Array(DAY_COUNT + 1);
  const provisionalBefore = new Uint16Array(DAY_COUNT + 1);
  const workingDays = new Uint16Array(DAY_COUNT);
  let working = 0;
  let unsure = 0;
  for (let offset = 0; offset < DAY_COUNT; offset++) {
    worksBefore[offset] = working;
    provisionalBefore[offset] = unsure;
    if (works[offset] === 1) workingDays[working++] = offset;
    unsure += provisional[offset] ?? 0;
  }
  worksBefore[DAY_COUNT] = working;
  provisionalBefore[DAY_COUNT] = unsure;
  const standings: (DayStanding | undefined)[] = new Array<DayStanding | undefined>(DAY_COUNT).fill(
    undefined,
  );
  return {
    works,
    worksBefore,
    workingDays: workingDays.slice(0, working),
    provisionalBefore,
    ...laidFrom,
    standing: (offset) => (standings[offset] ??= Object.freeze(make(offset))),
  };
}
