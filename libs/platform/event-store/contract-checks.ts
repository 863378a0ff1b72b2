import { expect } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { AppendOutcome, EventStore, Position, RecordedEvent } from './port.js';

/** Written a second time here, from the definition, so that a slip in the store cannot agree with itself. */
export function expectChained(stream: string, events: readonly RecordedEvent[]): void {
  let chain = sha256(Buffer.from(stream));
  for (const { id, type, schemaVersion, data, meta, ...place } of events) {
    const body = Buffer.from(sortedJson({ id, type, schemaVersion, data, meta, stream }));
    chain = sha256(Buffer.from([2]), chain, sha256(Buffer.from([1]), body));
    expect(place).toMatchObject({ stream, chain: chain.toString('hex') });
  }
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

/** Canonical JSON by other means: keys by their UTF-16 code units, everything else as ECMAScript writes it. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${sortedJson(each)}`).join()}}`;
}

/** Where the append stands; nowhere after a conflict. */
export function positionOf(answer: AppendOutcome): Position | undefined {
  return answer.outcome === 'conflict' ? undefined : answer.position;
}

/** The whole log, in pages of that size. */
export async function readThrough(store: EventStore, size: number): Promise<RecordedEvent[]> {
  const read: RecordedEvent[] = [];
  for (let after = store.start; ;) {
    const { events, next } = await store.readAll(after, size);
    if (events.length === 0) return read;
    read.push(...events);
    after = next;
  }
}

/** Waits up to three seconds for it to become true. */
export async function until(true_: () => boolean): Promise<void> {
  const end = Date.now() + 3_000;
  while (!true_()) {
    if (Date.now() > end) throw new Error('it did not happen within 3 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
