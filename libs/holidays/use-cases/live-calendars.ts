import { CalendarBook, Calendars, SHIPPED_NOTICES, type HolidayNotice } from '#calendar';
import type { EventStore, Subscription } from '#platform/event-store';
import type { Streams } from '#platform/event-sourcing';
import { CHINA, HOLIDAY_STREAM } from './stream.js';

export interface LiveCalendarsOptions {
  readonly streams: Streams;
  readonly store: EventStore;
  /** In place of the notices that the product brings, for tests that play an old year live. */
  readonly shipped?: readonly HolidayNotice[];
  /** Told when the stream could not be read. What is known stays in use meanwhile. */
  readonly onError?: (error: unknown) => void;
}

const POLL_MS = 1000;
/** The log may grow by thousands of events a second; the calendar's stream is asked no more often than this. */
const REST_MS = 250;

/** The calendar's stream, folded and kept up to date: a notice is known everywhere within about half a second. */
export class LiveCalendars extends Calendars {
  readonly shipped: readonly HolidayNotice[];
  #book: CalendarBook;
  #listeners = new Set<() => void>();
  #reading: Promise<void> | undefined;
  #again = false;
  #subscription: Subscription | undefined;

  private constructor(private readonly options: LiveCalendarsOptions) {
    super();
    this.shipped = options.shipped ?? SHIPPED_NOTICES;
    this.#book = new CalendarBook([], this.shipped);
  }

  /** Reads the stream, and follows it from then on. */
  static async open(options: LiveCalendarsOptions): Promise<LiveCalendars> {
    const calendars = new LiveCalendars(options);
    await calendars.refresh();
    calendars.#subscription = options.store.onAppended(() => void calendars.#follow(), POLL_MS);
    return calendars;
  }

  override get book(): CalendarBook {
    return this.#book;
  }

  override onChange(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  /** Reads the stream now: who has recorded something reads it at once. */
  async refresh(): Promise<void> {
    const { state } = await this.options.streams.load(HOLIDAY_STREAM, CHINA);
    // Two readings may overtake each other; nothing that is known is ever forgotten.
    if (state.records.length <= this.#book.records.length) return;
    this.#book = new CalendarBook(state.records, this.shipped);
    for (const changed of this.#listeners) changed();
  }

  async close(): Promise<void> {
    await this.#subscription?.stop();
    await this.#reading;
  }

  async #follow(): Promise<void> {
    this.#again = true;
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    await this.#reading;
  }

  async #read(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.refresh().catch((error: unknown) => this.options.onError?.(error));
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
    }
  }
}
