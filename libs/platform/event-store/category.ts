import type { EventStore, RecordedEvent } from './port.js';

const PAGE = 1_000;

/** Every event of a category, from the first to the head as it is when that is reached, read page by page. */
export async function* eventsOfCategory(store: EventStore, category: string): AsyncGenerator<RecordedEvent> {
  for (let after = store.start; ;) {
    const { events, next } = await store.readCategory(category, after, PAGE);
    if (events.length === 0) return;
    yield* events;
    after = next;
  }
}
