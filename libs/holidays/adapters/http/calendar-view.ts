import { addDays, daysBetween, weekday, type Day } from '#kernel';
import { reasonInWords, type Calendar, type DayStanding, type HolidayNotice } from '#calendar';

/** A notice as it is shown, shipped or recorded. */
export function noticeView(notice: HolidayNotice, recordedAt: string | undefined): object {
  const { id, year, number, dated, published, amendsEarlier, daysOff, workingDays, source } = notice;
  return {
    ...{ id, year, number, dated, published, amendsEarlier, daysOff, workingDays },
    ...(source === undefined ? {} : { source }),
    origin: recordedAt === undefined ? 'shipped' : 'recorded',
    ...(recordedAt === undefined ? {} : { recordedAt }),
  };
}

/** Every day of a year: whether it works, and why. */
export function yearView(calendar: Calendar, year: number): object {
  const first: Day = `${String(year)}-01-01`;
  const count = daysBetween(first, `${String(year)}-12-31`) + 1;
  const days = Array.from({ length: count }, (_, n) => calendar.standing(addDays(first, n)));
  return {
    year,
    knownOn: calendar.knownOn,
    calendar: calendar.version,
    workingDays: days.filter(({ works }) => works).length,
    provisional: days.some(({ provisional }) => provisional),
    days: days.map(dayView),
  };
}

function dayView(standing: DayStanding): object {
  return {
    ...standing,
    weekday: weekday(standing.day),
    words: { zh: reasonInWords(standing, 'zh'), en: reasonInWords(standing, 'en') },
  };
}
