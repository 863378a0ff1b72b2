import type { Day } from '#kernel';
import { firstChange, type Calendar, type CalendarBook } from '#calendar';
import type { OpenClockScope } from '../../read-models/index.js';

/** Names of the passes, one for each office. */
export const PASSES = 'rescheduling ';

export function passName(office: string): string {
  return PASSES + office;
}

/** The calendar that a pass brings clocks to, and the day on which it was that of the office. */
export function markOf({ version, knownOn }: Calendar): string {
  return `${version} ${knownOn}`;
}

export function partsOf(mark: string): { readonly version: string; readonly knownOn: Day } {
  const [version = '', knownOn = ''] = mark.split(' ');
  return { version, knownOn };
}

/**
 * The clocks that a pass looks at. After a change of the calendar: those due on the first day that it changes or
 * later, the missed ones too, which stay and say so. Otherwise whatever runs, once a day, lest a clock that a
 * command counted by the old calendar in the very moment of the change stay behind. Undefined: none at all.
 */
export function scopeOf(
  office: string,
  doneMark: string | null,
  calendar: Calendar,
  book: CalendarBook,
): OpenClockScope | undefined {
  const everything = { office, missed: false, countedOtherwiseThan: calendar.version };
  if (doneMark === null) return everything;
  const { version, knownOn } = partsOf(doneMark);
  if (version === calendar.version) return everything;
  const before = book.recall(version, knownOn, office);
  if (before === undefined) return everything;
  const dueFrom = firstChange(before, calendar);
  return dueFrom === undefined ? undefined : { ...everything, missed: true, dueFrom };
}
