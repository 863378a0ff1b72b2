import type { Day } from '#kernel';
import { tableOf } from './china-calendar.js';
import type { DayTable } from './day-table.js';
import { DAY_COUNT, dayAt } from './days.js';
import type { Calendar, HolidayNotice } from './types.js';

/** What one calendar knows that another did not, as far as it bears on certain days. */
export interface CalendarNews {
  /** Numbers of the notices, ids where they have none, oldest publication first. */
  readonly notices: readonly string[];
  /** The office's own days are others. */
  readonly officeDays: boolean;
}

/**
 * The news between two calendars for the days from `from` to `to`: notices that name one of them or order a year
 * that they lie in, and own days among them.
 */
export function newsBetween(before: Calendar, after: Calendar, from: Day, to: Day): CalendarNews {
  const [old, young] = [tableOf(before), tableOf(after)];
  const known = new Set(old.notices.map(({ id }) => id));
  const within = (day: Day): boolean => from <= day && day <= to;
  const bears = ({ year, daysOff, workingDays }: HolidayNotice): boolean =>
    (from.slice(0, 4) <= String(year) && String(year) <= to.slice(0, 4)) ||
    [...daysOff, ...workingDays].some(within);
  return {
    notices: young.notices
      .filter((notice) => !known.has(notice.id) && bears(notice))
      .map(({ id, number }) => number ?? id),
    officeDays: ownDays(old, within) !== ownDays(young, within),
  };
}

/** The first day that works otherwise, or is provisional otherwise, in one calendar than in the other. */
export function firstChange(before: Calendar, after: Calendar): Day | undefined {
  const [old, young] = [tableOf(before), tableOf(after)];
  for (let offset = 0; offset < DAY_COUNT; offset++) {
    const works = old.worksBefore[offset + 1] === young.worksBefore[offset + 1];
    const certain = old.provisionalBefore[offset + 1] === young.provisionalBefore[offset + 1];
    if (!works || !certain) return dayAt(offset);
  }
  return undefined;
}

function ownDays({ officeDays }: DayTable, within: (day: Day) => boolean): string {
  const texts = officeDays
    .filter(({ day }) => within(day))
    .map(({ day, works }) => `${day}${works ? '+' : '-'}`);
  return texts.sort().join(' ');
}
