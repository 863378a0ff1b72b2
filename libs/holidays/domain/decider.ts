import type { Decider, Instant } from '#kernel';
import { CalendarBook, type CalendarRecord, type HolidayNotice, type OfficeDay } from '#calendar';
import type { HolidayEvent } from './events.js';
import { noticeOf, refusalOf, sameNotice, type NoticeInput } from './notice.js';
import type { HolidayRefusal, HolidayRefusalCode } from './refusals.js';

/** What can be asked of the calendar. */
export type HolidayCommand =
  | { readonly type: 'AddNotice'; readonly data: NoticeInput }
  | {
      readonly type: 'DeclareOfficeDays';
      readonly data: { readonly office: string; readonly days: readonly OfficeDay[] };
    };

/** What was recorded so far, oldest first. */
export interface Holidays {
  readonly records: readonly CalendarRecord[];
}

export interface HolidayContext {
  readonly now: Instant;
  /** The notices that this release of the product brings. */
  readonly shipped: readonly HolidayNotice[];
}

function decide(
  command: HolidayCommand,
  { records }: Holidays,
  { now, shipped }: HolidayContext,
): readonly HolidayEvent[] | HolidayRefusal {
  const book = new CalendarBook(records, shipped);
  if (command.type === 'DeclareOfficeDays') {
    const { office, days } = command.data;
    if (sameDays(book.officeDays(office), days)) return [];
    return [{ type: 'OfficeDaysDeclared', data: { office, days, declaredAt: now } }];
  }
  const known = book.notices;
  if (sameNotice(known, command.data)) return [];
  const notice = noticeOf(command.data, known);
  const refusal = refusalOf(notice, known, now);
  return refusal ?? [{ type: 'HolidayNoticeAdded', data: { ...notice, addedAt: now } }];
}

function evolve({ records }: Holidays, event: HolidayEvent): Holidays {
  return { records: [...records, recordOf(event)] };
}

function recordOf(event: HolidayEvent): CalendarRecord {
  if (event.type === 'OfficeDaysDeclared') {
    const { declaredAt, ...own } = event.data;
    return { kind: 'office-days', ...own, recordedAt: declaredAt };
  }
  const { addedAt, ...notice } = event.data;
  return { kind: 'notice', notice, recordedAt: addedAt };
}

/** Whether an office has the same days of its own, in whatever order. */
export function sameDays(some: readonly OfficeDay[], others: readonly OfficeDay[]): boolean {
  const textOf = (days: readonly OfficeDay[]): string =>
    JSON.stringify(days.map(({ day, works, reason }) => [day, works, reason]).sort());
  return textOf(some) === textOf(others);
}

/** The calendar under administration: one stream for the whole installation. */
export const holidayDecider: Decider<
  HolidayCommand,
  HolidayEvent,
  Holidays,
  HolidayContext,
  HolidayRefusalCode
> = { initial: { records: [] }, decide, evolve };
