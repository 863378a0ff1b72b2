import type { Day, Instant } from '#kernel';

/** A State Council notice on public holidays (国务院办公厅关于节假日安排的通知): a fact with a publication date. */
export interface HolidayNotice {
  readonly id: string;
  readonly year: number;
  /** Document number, e.g. 国办发明电〔2024〕12号; null where the source gives none. */
  readonly number: string | null;
  readonly dated: Day;
  /** From this day on an office could know it. */
  readonly published: Day;
  readonly amendsEarlier: boolean;
  readonly daysOff: readonly Day[];
  /** Make-up working days (调休上班). */
  readonly workingDays: readonly Day[];
  /** Where the notice can be read, as a web address. */
  readonly source?: string;
}

/** A day that one office works or rests against the general calendar. */
export interface OfficeDay {
  readonly day: Day;
  readonly works: boolean;
  readonly reason: string;
}

export type DayReason =
  | 'weekday'
  | 'weekend'
  | 'holiday-by-notice'
  | 'make-up-by-notice'
  | 'fixed-public-holiday'
  | 'office-day-off'
  | 'office-working-day';

export interface DayStanding {
  readonly day: Day;
  readonly works: boolean;
  readonly reason: DayReason;
  /** Id of the notice that says so. */
  readonly notice?: string;
  /** Its document number, where it has one. */
  readonly number?: string;
  /** Why an office works or rests against the general calendar, in its own words. */
  readonly officeReason?: string;
  /** No notice had been published for that year: weekends and fixed-date holidays only. */
  readonly provisional: boolean;
}

/** The calendar as an office knew it on one day. Immutable. */
export interface Calendar {
  /**
   * Names what was known: the last notice, and how far the installation's own records were taken into account,
   * e.g. `notice-2026`, `notice-2027@3`. {@link CalendarBook.recall} finds the calendar again.
   */
  readonly version: string;
  readonly knownOn: Day;
  /** When it came to be known here: the publication of its last notice, or the last record it rests on. */
  readonly since: Instant;
  standing(day: Day): DayStanding;
  isWorkingDay(day: Day): boolean;
}

/** WD 工作日 · CD 自然日 · H hours on the wall clock. */
export type Unit = 'WD' | 'CD' | 'H';

export interface Term {
  readonly amount: number;
  readonly unit: Unit;
  /** A CD period that ends on a rest day ends on the first working day after it (民法典 203). */
  readonly roll: boolean;
}

/** From the day it starts up to, not including, the day it ends; `until` absent while it lasts. */
export interface Pause {
  readonly from: Day;
  readonly until?: Day;
  readonly reason: string;
}

/** One period to count: a term from a moment, with what lengthens it. */
export interface Period {
  readonly startAt: Instant;
  readonly term: Term;
  readonly pauses?: readonly Pause[];
  /** Added to the term before the roll: 90 + 30 ends on day 120, then one roll. Same unit as the term. */
  readonly extension?: number;
}

export interface DueDate {
  readonly dueOn: Day;
  /** 24:00 in China on `dueOn` (hours: the moment itself). */
  readonly dueAt: Instant;
  /** A day between start and due date lies in a year without a published notice. */
  readonly provisional: boolean;
}

/** One line of the reckoning of a due date. */
export interface ExplainedDay {
  readonly day: Day;
  readonly counted: boolean;
  /** Running number of counted days, on counted days. */
  readonly number?: number;
  readonly why: 'start-day' | 'counted' | 'paused' | 'rolled-over' | DayReason;
  readonly standing: DayStanding;
}

export interface Explanation extends DueDate {
  readonly period: Period;
  readonly calendar: string;
  readonly days: readonly ExplainedDay[];
}
