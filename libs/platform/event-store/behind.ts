import type { EventStore, Position } from './port.js';

/** A reader of the log that has not seen all of it. */
export interface Behind {
  readonly name: string;
  readonly position: Position;
  /** Events that lie before it; no more than {@link MOST_COUNTED} are counted. */
  readonly events: number;
  /** How long ago its stored place last moved, in ms of real time. */
  readonly movedAgoMs: number;
}

/** A place in the log as a reader has stored it. */
export type StoredPlace = Omit<Behind, 'events'>;

export const MOST_COUNTED = 1000;

/** Those of the readers that are not at the head of the log, with how far they are behind it. */
export async function behindOf(
  store: EventStore,
  places: readonly StoredPlace[],
): Promise<readonly Behind[]> {
  const head = await store.head();
  const behind = places.filter(({ position }) => store.comparePositions(position, head) < 0);
  return Promise.all(
    behind.map(async ({ name, position, movedAgoMs }) => {
      const { events } = await store.readAll(position, MOST_COUNTED);
      return { name, position, movedAgoMs, events: events.length };
    }),
  );
}
