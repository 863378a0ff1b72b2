import type { JsonObject } from '#kernel';

export type CalendarErrorCode =
  /** The text is not a day `YYYY-MM-DD` that exists. */
  | 'not-a-day'
  /** The text is not a moment in UTC (ISO 8601 ending in Z). */
  | 'not-an-instant'
  /** Outside 2000-01-01 … 2100-12-31, the years a calendar reckons. */
  | 'out-of-range'
  /** A term that cannot be counted: not positive, not whole, hours that roll … */
  | 'impossible-term'
  /** A pause that ends before it starts, or any pause on a term in hours. */
  | 'impossible-pause'
  /** An open pause holds the clock still before the term has run: there is no due date now. */
  | 'clock-stands-still'
  /** The same day named twice among an office's own days. */
  | 'office-day-twice'
  /** An office's own day without a reason. */
  | 'office-day-without-reason';

/** What was asked cannot be reckoned. The caller's input is at fault; `facts` say which part. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';

  constructor(
    readonly code: CalendarErrorCode,
    readonly facts: JsonObject = {},
  ) {
    super(`${code} ${JSON.stringify(facts)}`);
  }
}

export type NoticeProblemCode =
  | 'id-missing'
  | 'id-twice'
  | 'year-out-of-range'
  | 'not-a-day'
  | 'published-before-dated'
  | 'names-no-day'
  | 'day-twice'
  | 'off-and-working'
  | 'day-of-another-year'
  | 'make-up-day-on-a-weekday'
  | 'second-notice-for-year'
  | 'amendment-without-notice';

/** One fault of a holiday notice. */
export interface NoticeProblem {
  readonly code: NoticeProblemCode;
  readonly notice: string;
  readonly day?: string;
}

/** A set of notices that contradicts itself or the calendar; lists every fault found. */
export class NoticesInvalid extends Error {
  override readonly name = 'NoticesInvalid';

  constructor(readonly problems: readonly NoticeProblem[]) {
    super(problems.map((p) => `${p.notice}: ${p.code}${p.day === undefined ? '' : ` ${p.day}`}`).join('; '));
  }
}
