import { dayInChina, isDay, weekday, type Day, type Instant } from '#kernel';
import { inOrderOfPublication, problemsOfNotices, type HolidayNotice, type NoticeProblem } from '#calendar';
import { no, type HolidayRefusal } from './refusals.js';

/** A notice as it is entered: its id follows from its year. */
export type NoticeInput = Omit<HolidayNotice, 'id'>;

/** The notice with its id, as the shipped ones are named: `notice-2027`, `notice-2027-amendment`, `…-amendment-2`. */
export function noticeOf(input: NoticeInput, known: readonly HolidayNotice[]): HolidayNotice {
  const { year, number, dated, published, amendsEarlier, daysOff, workingDays, source } = input;
  const content = { year, number, dated, published, amendsEarlier, daysOff, workingDays };
  const noted = source === undefined ? content : { ...content, source };
  if (!amendsEarlier) return { id: `notice-${String(year)}`, ...noted };
  const earlier = known.filter((one) => one.amendsEarlier && one.year === year).length;
  const place = earlier === 0 ? '' : `-${String(earlier + 1)}`;
  return { id: `notice-${String(year)}-amendment${place}`, ...noted };
}

/** The notice that says the same, whatever is noted of where it was read. */
export function sameNotice(known: readonly HolidayNotice[], input: NoticeInput): HolidayNotice | undefined {
  const content = contentOf(input);
  return known.find((notice) => contentOf(notice) === content);
}

/** What stands against a notice: all of what is known, and what it says itself. */
export function refusalOf(
  notice: HolidayNotice,
  known: readonly HolidayNotice[],
  now: Instant,
): HolidayRefusal | null {
  const problems = [...problemsAlone(notice), ...weekdaysNotTakenBack(notice, known)];
  if (problems.length > 0) return no('notice-unsound', { problems: problems.map(shown) });
  const today = dayInChina(now);
  const { year, published } = notice;
  if (published > today) return no('notice-not-published-yet', { published, today });
  const ofYear = known.find((one) => one.year === year && !one.amendsEarlier);
  if (notice.amendsEarlier) {
    const amended = ofYear !== undefined && inOrderOfPublication([ofYear, notice])[0] === ofYear;
    if (!amended) return no('notice-amends-nothing', { year, published });
  } else if (ofYear !== undefined) {
    return no('notice-of-year-known', { year, notice: ofYear.number ?? ofYear.id });
  }
  return overtaken(notice, known);
}

function problemsAlone(notice: HolidayNotice): readonly NoticeProblem[] {
  return problemsOfNotices([notice]).filter(({ code }) => code !== 'amendment-without-notice');
}

/** An amendment may make a weekday a working day only by taking a day off back. */
function weekdaysNotTakenBack(
  notice: HolidayNotice,
  known: readonly HolidayNotice[],
): readonly NoticeProblem[] {
  if (!notice.amendsEarlier) return [];
  const isOff = (day: Day): boolean =>
    known.findLast((one) => daysOf(one).includes(day))?.daysOff.includes(day) === true;
  return notice.workingDays
    .filter((day) => isDay(day) && ![0, 6].includes(weekday(day)) && !isOff(day))
    .map((day) => ({ code: 'make-up-day-on-a-weekday', notice: notice.id, day }));
}

/** Days of it that a notice published later has already replaced: it would say nothing of them any more. */
function overtaken(notice: HolidayNotice, known: readonly HolidayNotice[]): HolidayRefusal | null {
  const later = inOrderOfPublication([...known, notice]);
  for (const other of later.slice(later.indexOf(notice) + 1)) {
    const days = daysOf(notice).filter((day) => daysOf(other).includes(day));
    if (days.length > 0) return no('notice-overtaken', { days, notice: other.number ?? other.id });
  }
  return null;
}

function daysOf({ daysOff, workingDays }: HolidayNotice): readonly Day[] {
  return [...daysOff, ...workingDays];
}

function shown({ code, day }: NoticeProblem): { code: string; day?: string } {
  return day === undefined ? { code } : { code, day };
}

function contentOf(notice: NoticeInput): string {
  const { year, number, dated, published, amendsEarlier, daysOff, workingDays } = notice;
  const days = [daysOff.toSorted(), workingDays.toSorted()];
  return JSON.stringify([year, number, dated, published, amendsEarlier, ...days]);
}
