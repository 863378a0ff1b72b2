import { addDays, dayInChina, startOfDayInChina, type Day, type Instant } from './day.js';

/** A quarter of the calendar year (季度), `2026Q3`. Quarters sort as texts. */
export type Quarter = string;

const QUARTER = /^(20\d\d)Q([1-4])$/;
const MONTHS = 3;

/** Whether the text names a quarter from 2000 to 2099. */
export function isQuarter(text: string): text is Quarter {
  return QUARTER.test(text);
}

/** The days of a quarter, both included, and the moments between which they lie in China: the first in, the last out. */
export interface QuarterBounds {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly from: Instant;
  readonly until: Instant;
}

/** @throws Error when the text names no quarter: check it with {@link isQuarter} first */
export function boundsOf(quarter: Quarter): QuarterBounds {
  const [, year = '', number = ''] = QUARTER.exec(quarter) ?? [];
  if (year === '') throw new Error(`"${quarter}" is no quarter`);
  const firstDay = firstOf(Number(year), Number(number));
  const nextFirst = number === '4' ? firstOf(Number(year) + 1, 1) : firstOf(Number(year), Number(number) + 1);
  return {
    firstDay,
    lastDay: addDays(nextFirst, -1),
    from: startOfDayInChina(firstDay),
    until: startOfDayInChina(nextFirst),
  };
}

/** The quarter in which a moment lies, by the day that it is in China. */
export function quarterAt(instant: Instant): Quarter {
  const day = dayInChina(instant);
  return `${day.slice(0, 4)}Q${String(Math.ceil(Number(day.slice(5, 7)) / MONTHS))}`;
}

/** Whether the quarter is over at that moment. */
export function hasEnded(quarter: Quarter, now: Instant): boolean {
  return boundsOf(quarter).until <= now;
}

function firstOf(year: number, number: number): Day {
  return `${String(year)}-${String((number - 1) * MONTHS + 1).padStart(2, '0')}-01`;
}
