import { readdirSync, readFileSync } from 'node:fs';
import type { Message } from '#kernel';

/** An event as it was written once. */
export interface StoredEvent {
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
}

/** Events as they were written once, with the state that they led to. */
export interface StoredHistory {
  readonly name: string;
  readonly events: readonly StoredEvent[];
  readonly leadsTo: object;
}

/**
 * The golden histories of a folder. A file is never made anew: an event that changes keeps its old samples, gets an
 * upcast, and a new file with samples of the new version beside it.
 */
export function storedHistories(folder: URL): StoredHistory[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as StoredHistory[]);
}

/** The stored event in its present version. */
export function presentOf<Event extends Message>(
  versions: Readonly<Record<Event['type'], { readonly upcasts: readonly ((data: never) => unknown)[] }>>,
  { type, version, data }: StoredEvent,
): Event {
  const { upcasts } = versions[type as Event['type']];
  const now = upcasts.slice(version - 1).reduce((old: unknown, step) => step(old as never), data);
  return { type, data: now } as Event;
}
