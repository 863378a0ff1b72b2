import type { EventStore, Page, Position, RecordedEvent } from './port.js';

/** What is read of the log. */
export type LogReader = Pick<EventStore, 'readAll' | 'comparePositions'>;

/**
 * The newest events, read and parsed once for everybody in this process who follows the log. An answer holds
 * everything that stood in the log when it was asked for.
 */
export class LogTail implements LogReader {
  #events: readonly RecordedEvent[] = [];
  /** The place before the first of them; nothing is known while there is none. */
  #begins: Position | undefined;
  #reading: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  /** @param kept events in memory; who is further behind reads the log itself */
  constructor(
    private readonly store: LogReader,
    private readonly kept = 2000,
    private readonly pageSize = 1000,
  ) {}

  comparePositions(a: Position, b: Position): number {
    return this.store.comparePositions(a, b);
  }

  async readAll(after: Position, limit: number): Promise<Page> {
    if (this.#reaches(after)) {
      const known = this.#after(after, limit);
      if (known.length === limit) return pageOf(known, after);
      await this.#readOn();
      if (this.#reaches(after) && !this.#isBeyond(after)) return pageOf(this.#after(after, limit), after);
    }
    const page = await this.store.readAll(after, limit);
    // Whoever comes to the head first begins the tail.
    if (page.events.length < limit) this.#begins ??= page.next;
    return page;
  }

  /** Whether what comes after that place is kept, as far as it has been read. */
  #reaches(after: Position): boolean {
    return this.#begins !== undefined && this.comparePositions(after, this.#begins) >= 0;
  }

  /** Further on than what has been read here. */
  #isBeyond(after: Position): boolean {
    const end = this.#events.at(-1)?.position ?? this.#begins;
    return end === undefined || this.comparePositions(after, end) > 0;
  }

  #after(after: Position, limit: number): readonly RecordedEvent[] {
    const first = this.#firstAfter(after);
    return this.#events.slice(first, first + limit);
  }

  #firstAfter(after: Position): number {
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const position = this.#events[middle]?.position;
      if (position !== undefined && this.comparePositions(position, after) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A reading that has begun may miss what its caller was woken for: those who ask meanwhile share the next one. */
  #readOn(): Promise<void> {
    this.#next ??= (this.#reading ?? Promise.resolve()).then(noted, noted).then(() => {
      this.#next = undefined;
      this.#reading = this.#read();
      return this.#reading;
    });
    return this.#next;
  }

  async #read(): Promise<void> {
    const begins = this.#begins;
    if (begins === undefined) return;
    try {
      const { events } = await this.store.readAll(this.#events.at(-1)?.position ?? begins, this.pageSize);
      this.#keep([...this.#events, ...events], begins);
    } catch (error) {
      // The log may have been restored from an earlier day: nothing that is kept here counts.
      this.#events = [];
      this.#begins = undefined;
      throw error;
    }
  }

  #keep(events: readonly RecordedEvent[], begins: Position): void {
    const dropped = Math.max(0, events.length - this.kept);
    this.#begins = events[dropped - 1]?.position ?? begins;
    this.#events = events.slice(dropped);
  }
}

function pageOf(events: readonly RecordedEvent[], after: Position): Page {
  return { events, next: events.at(-1)?.position ?? after };
}

function noted(): void {
  // Who asked for it has heard of the error.
}
