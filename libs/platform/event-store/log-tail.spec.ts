import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LogTail } from './log-tail.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import type { Page, Position } from './port.js';

async function append(store: MemoryEventStore, count: number): Promise<void> {
  const event = () => ({ id: randomUUID(), type: 'happened', schemaVersion: 1, data: {}, meta: {} });
  await store.append({ stream: 'case-1', expected: 'any', events: Array.from({ length: count }, event) });
}

/** A log that takes a moment to answer, and counts how often it is asked. */
class AskedStore extends MemoryEventStore {
  asked = 0;

  override async readAll(after: Position, limit: number): Promise<Page> {
    this.asked += 1;
    const page = await super.readAll(after, limit);
    await new Promise((resolve) => setImmediate(resolve));
    return page;
  }
}

describe('the tail of the log, read once for all who follow it', () => {
  it('I2: whoever reads, from wherever, whatever is appended meanwhile, sees every event once and in order', async () => {
    const follower = fc.record({
      limit: fc.constantFrom(1, 7, 20, 100),
      waits: fc.array(fc.nat(3), { maxLength: 6 }),
    });
    const batches = fc.array(fc.nat(40), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        batches,
        fc.array(follower, { minLength: 1, maxLength: 5 }),
        async (sizes, readers) => {
          const store = new AskedStore();
          const tail = new LogTail(store);
          let ended = false;
          const follow = async ({ limit, waits }: (typeof readers)[number]): Promise<string[]> => {
            const seen: string[] = [];
            let after = store.start;
            for (let turn = 0; ; turn += 1) {
              for (let n = waits[turn % (waits.length || 1)] ?? 0; n > 0; n -= 1) await pause();
              const wasEnded = ended;
              const page = await tail.readAll(after, limit);
              seen.push(...page.events.map(({ position }) => position));
              after = page.next;
              if (wasEnded && page.events.length < limit) return seen;
            }
          };
          const following = readers.map(follow);
          for (const size of sizes) {
            if (size > 0) await append(store, size);
            await pause();
          }
          ended = true;
          const all = (await store.readAll(store.start, 100_000)).events.map(({ position }) => position);
          for (const seen of await Promise.all(following)) expect(seen).toEqual(all);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('those who are woken together ask the log once', async () => {
    const store = new AskedStore();
    const tail = new LogTail(store);
    await append(store, 3);
    const { next } = await tail.readAll(store.start, 1000);
    const before = store.asked;
    await append(store, 2);
    const pages = await Promise.all(Array.from({ length: 8 }, () => tail.readAll(next, 1000)));
    expect(pages.map(({ events }) => events.length)).toEqual(Array.from({ length: 8 }, () => 2));
    expect(store.asked - before).toBe(1);
  });

  it('an answer holds what stood in the log when it was asked for, even while an older reading is under way', async () => {
    const store = new AskedStore();
    const tail = new LogTail(store);
    await append(store, 1);
    const { next } = await tail.readAll(store.start, 1000);
    const older = tail.readAll(next, 1000);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    await append(store, 1);
    expect((await tail.readAll(next, 1000)).events).toHaveLength(1);
    await older;
  });

  it('after a fault of the log nothing kept is trusted', async () => {
    const store = new AskedStore();
    const tail = new LogTail(store);
    await append(store, 2);
    const { next } = await tail.readAll(store.start, 1000);
    const read = store.readAll.bind(store);
    store.readAll = () => Promise.reject(new Error('away'));
    await expect(tail.readAll(next, 1000)).rejects.toThrow('away');
    store.readAll = read;
    await append(store, 1);
    expect((await tail.readAll(next, 1000)).events).toHaveLength(1);
  });
});

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
