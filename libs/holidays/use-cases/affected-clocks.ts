import type { Day } from '#kernel';
import type { CalendarBook } from '#calendar';

/** A clock of a case on which a notice bears, as it is and as it would be. Names no person. */
export interface AffectedClock {
  readonly office: string;
  /** Number of the case. */
  readonly number: string;
  readonly clock: string;
  readonly oldDueOn: Day;
  readonly newDueOn: Day;
  readonly provisionalBefore: boolean;
  readonly provisionalAfter: boolean;
  /** Why it stays where it is, although the calendar would count another date. */
  readonly stays?: 'date-has-passed' | 'new-date-has-passed';
}

/** The clocks that count by the calendar, wherever they are kept. */
export abstract class AffectedClocks {
  /** Every open clock that would be another by the second book, office by office, the earliest due first. */
  abstract between(before: CalendarBook, after: CalendarBook): AsyncIterable<AffectedClock>;
}
