import type { Instant } from '#kernel';
import type { HolidayNotice, OfficeDay } from '#calendar';

/**
 * What this installation records of the calendar. Public facts: nothing of it is about a person.
 * Names and fields are stored for ever: never rename, never change a meaning.
 */
export interface HolidayFacts {
  /** A notice of the State Council (放假通知) entered by an administrator; `addedAt` is when that was. */
  HolidayNoticeAdded: HolidayNotice & { readonly addedAt: Instant };
  /** All own days of an office, in the place of those it had before. */
  OfficeDaysDeclared: {
    readonly office: string;
    readonly days: readonly OfficeDay[];
    readonly declaredAt: Instant;
  };
}

export type HolidayEvent = {
  readonly [Type in keyof HolidayFacts]: { readonly type: Type; readonly data: HolidayFacts[Type] };
}[keyof HolidayFacts];

/** Every event with the version it is written in. */
export const HOLIDAY_EVENTS = {
  HolidayNoticeAdded: { version: 1, upcasts: [] },
  OfficeDaysDeclared: { version: 1, upcasts: [] },
} as const satisfies Readonly<Record<keyof HolidayFacts, object>>;
