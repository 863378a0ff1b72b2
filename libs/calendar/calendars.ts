import type { CalendarBook } from './calendar-book.js';

/** The book of this installation as this process knows it: soon after every record, in every process. */
export abstract class Calendars {
  abstract get book(): CalendarBook;
  /** Calls back when the book has changed; returns what ends that. */
  abstract onChange(changed: () => void): () => void;
}
