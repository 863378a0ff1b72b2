import { isDay, weekday } from '#kernel';
import { FIRST_YEAR, LAST_YEAR } from './days.js';
import { NoticesInvalid, type NoticeProblem, type NoticeProblemCode } from './errors.js';
import shipped from './data/holiday-notices.json' with { type: 'json' };
import type { HolidayNotice } from './types.js';

/** The State Council's notices 2007–2026 with their amendments, as shipped with the product. */
export const SHIPPED_NOTICES: readonly HolidayNotice[] = shipped;

/** Order in which notices became known; of two on one day the one dated later is the later. */
export function inOrderOfPublication(notices: readonly HolidayNotice[]): readonly HolidayNotice[] {
  return notices
    .map((notice) => ({ notice, key: publicationKey(notice) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ notice }) => notice);
}

/** Of several amendments published on one day the ids count up, so a longer id is a later one. */
function publicationKey({ published, dated, amendsEarlier, year, id }: HolidayNotice): string {
  const place = String(id.length).padStart(4, '0');
  return `${published} ${dated} ${amendsEarlier ? 1 : 0} ${String(year)} ${place} ${id}`;
}

/** Every fault of the notices, each alone and as a set; empty when they are sound. */
export function problemsOfNotices(notices: readonly HolidayNotice[]): readonly NoticeProblem[] {
  return [...notices.flatMap(problemsOfNotice), ...problemsOfSet(notices)];
}

/** @throws NoticesInvalid with every fault found. */
export function assertNotices(notices: readonly HolidayNotice[]): void {
  const problems = problemsOfNotices(notices);
  if (problems.length > 0) throw new NoticesInvalid(problems);
}

function problemsOfNotice(notice: HolidayNotice): readonly NoticeProblem[] {
  const problems: NoticeProblem[] = [];
  const add = (code: NoticeProblemCode, day?: string) =>
    problems.push({ code, notice: notice.id, ...(day === undefined ? {} : { day }) });

  if (notice.id.trim() === '') add('id-missing');
  if (!Number.isInteger(notice.year) || notice.year < FIRST_YEAR || notice.year > LAST_YEAR) {
    add('year-out-of-range');
  }
  for (const day of [notice.dated, notice.published]) if (!isDay(day)) add('not-a-day', day);
  if (notice.published < notice.dated) add('published-before-dated');
  const named = [...notice.daysOff, ...notice.workingDays];
  if (named.length === 0) add('names-no-day');

  for (const day of named) {
    if (!isDay(day)) add('not-a-day', day);
    else if (!mayName(notice.year, day)) add('day-of-another-year', day);
  }
  for (const days of [notice.daysOff, notice.workingDays]) {
    for (const day of days.filter((d, i) => days.indexOf(d) !== i)) add('day-twice', day);
  }
  for (const day of notice.workingDays) {
    if (notice.daysOff.includes(day)) add('off-and-working', day);
    else if (isDay(day) && !notice.amendsEarlier && !isWeekend(day)) add('make-up-day-on-a-weekday', day);
  }
  return problems;
}

/** A notice orders its own year and may reach back into the December before it (2008, 2012, 2019, 2023). */
function mayName(year: number, day: string): boolean {
  return day.startsWith(`${String(year)}-`) || day.startsWith(`${String(year - 1)}-12-`);
}

/** A weekday can become a working day again only where an amendment takes a day off back. */
function isWeekend(day: string): boolean {
  return weekday(day) === 0 || weekday(day) === 6;
}

function problemsOfSet(notices: readonly HolidayNotice[]): readonly NoticeProblem[] {
  const problems: NoticeProblem[] = [];
  const ids = new Set<string>();
  const ordered = new Set<number>();
  for (const notice of inOrderOfPublication(notices)) {
    if (ids.has(notice.id)) problems.push({ code: 'id-twice', notice: notice.id });
    ids.add(notice.id);
    if (notice.amendsEarlier && !ordered.has(notice.year)) {
      problems.push({ code: 'amendment-without-notice', notice: notice.id });
    }
    if (!notice.amendsEarlier && ordered.has(notice.year)) {
      problems.push({ code: 'second-notice-for-year', notice: notice.id });
    }
    if (!notice.amendsEarlier) ordered.add(notice.year);
  }
  return problems;
}
