import { offsetOf } from './days.js';
import { CalendarError } from './errors.js';
import type { OfficeDay } from './types.js';

/**
 * An office's own days in their order, each checked.
 * @throws CalendarError not-a-day, out-of-range, office-day-twice, office-day-without-reason
 */
export function soundOfficeDays(days: readonly OfficeDay[]): readonly OfficeDay[] {
  const ordered = days.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  ordered.forEach(({ day, reason }, index) => {
    offsetOf(day);
    if (day === ordered[index + 1]?.day) throw new CalendarError('office-day-twice', { day });
    if (reason.trim() === '') throw new CalendarError('office-day-without-reason', { day });
  });
  return ordered;
}
