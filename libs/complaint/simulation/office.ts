import { CalendarBook, SHIPPED_NOTICES, type CalendarRecord, type OfficeDay } from '#calendar';
import { addDays, addMilliseconds, startOfDayInChina, type Day, type Instant } from '#kernel';
import type { Chance } from '#testing';
import { OFFICE_ID } from '../domain/fixture/complaint.js';

const NOTICED_YEARS = SHIPPED_NOTICES.map(({ year }) => year);
const LAST_YEAR = Math.max(...NOTICED_YEARS);
/** As many as there are notices for. */
export const MOST_YEARS = LAST_YEAR - Math.min(...NOTICED_YEARS) + 1;
const OWN_DAYS_A_YEAR = 3;

/** The years of an office: the last ones for which the State Council's notices are known, as it lived through them. */
export interface OfficeYears {
  readonly begins: Instant;
  readonly ends: Instant;
  readonly book: CalendarBook;
  /** When something new of the calendar came to be known, in this order. */
  readonly news: readonly Instant[];
}

/** The real notices, each known from its publication on, and days of the office's own, entered shortly before. */
export function yearsOf(years: number, chance: Chance): OfficeYears {
  const first: Day = `${String(LAST_YEAR - years + 1)}-01-01`;
  const begins = startOfDayInChina(first);
  const ends = startOfDayInChina(`${String(LAST_YEAR + 1)}-01-01`);
  const records = ownDays(first, years, chance);
  const news = [
    ...SHIPPED_NOTICES.map(({ published }) => startOfDayInChina(published)),
    ...records.map(({ recordedAt }) => recordedAt),
  ].filter((at) => at > begins && at < ends);
  return { begins, ends, book: new CalendarBook(records), news: news.toSorted() };
}

/** A storm closes the office, a backlog opens it on a Saturday: each entered with those there were before. */
function ownDays(first: Day, years: number, chance: Chance): CalendarRecord[] {
  const days: OfficeDay[] = [];
  return Array.from({ length: years * OWN_DAYS_A_YEAR }, (_, place) => {
    const earliest = Math.floor((place * 365) / OWN_DAYS_A_YEAR);
    const day = addDays(first, earliest + chance.between(12, 100));
    const works = chance.is(0.4);
    days.push({ day, works, reason: works ? '加班' : '台风停止办公' });
    const entered = startOfDayInChina(addDays(day, -chance.between(0, 10)));
    const recordedAt = addMilliseconds(entered, chance.between(0, 86_000_000));
    return { kind: 'office-days', office: OFFICE_ID, days: [...days], recordedAt };
  });
}
