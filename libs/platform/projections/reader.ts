import type { LogReader, Page, Position, RecordedEvent } from '#platform/event-store';

/** Reads the log page by page; the next page is on its way while the last one is worked on. */
export class PageReader {
  #ahead: { readonly after: Position; readonly page: Promise<Page> } | undefined;

  constructor(
    private readonly store: LogReader,
    private readonly pageSize: number,
  ) {}

  /** The events after that position, and whether there may be more at once. */
  async read(after: Position): Promise<Page & { readonly full: boolean }> {
    const ahead = this.#ahead?.after === after ? this.#ahead.page : undefined;
    this.#ahead = undefined;
    const page = await (ahead ?? this.store.readAll(after, this.pageSize));
    const full = page.events.length >= this.pageSize;
    if (full) this.#readAhead(page.next);
    const next = this.store.comparePositions(page.next, after) > 0 ? page.next : after;
    return { events: this.#unseen(page.events, after), next, full };
  }

  /** A store may deliver an event twice; nobody may apply it twice. One out of order is a fault of the store. */
  #unseen(events: readonly RecordedEvent[], after: Position): readonly RecordedEvent[] {
    let last = after;
    const unseen: RecordedEvent[] = [];
    for (const event of events) {
      if (this.store.comparePositions(event.position, last) > 0) {
        unseen.push(event);
        last = event.position;
      } else if (unseen.length > 0 && event.position !== last) {
        throw new Error(`the store gave ${event.position} after ${last}`);
      }
    }
    return unseen;
  }

  #readAhead(after: Position): void {
    const page = this.store.readAll(after, this.pageSize);
    // Whoever asks for the page gets the error; nobody may ever ask.
    page.catch(() => undefined);
    this.#ahead = { after, page };
  }
}
