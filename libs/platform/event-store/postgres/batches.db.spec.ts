import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate } from '#platform/postgres';
import { createTestDatabase, type TestDatabase } from '#testing';
import { sampleEvent } from '../contract.js';
import { MemoryEventStore } from '../memory/memory-event-store.js';
import type { AppendRequest, EventStore, ExpectedRevision } from '../port.js';
import { PostgresEventStore } from './postgres-event-store.js';

describe('batches', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let store: PostgresEventStore;
  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    store = new PostgresEventStore(database.url);
  });
  afterAll(async () => {
    await store.close();
    await admin.end();
    await database.drop();
  });

  async function transactionsOf(prefix: string): Promise<number> {
    const { rows } = await admin.query<{ n: number }>(
      'select count(distinct xmin::text)::int as n from es.events where stream_id like $1',
      [`${prefix}%`],
    );
    return rows[0]!.n;
  }

  const append = (stream: string, expected: ExpectedRevision, ...names: string[]) =>
    store.append({ stream, expected, events: names.map((name) => sampleEvent(`${stream} ${name}`)) });

  it('what arrives together is one transaction, 64 appends at most', async () => {
    await Promise.all(
      Array.from({ length: 64 }, (_, index) => append(`together-${index}`, 'no-stream', 'a')),
    );
    expect(await transactionsOf('together-')).toBe(1);
    await Promise.all(
      Array.from({ length: 65 }, (_, index) => append(`more-${index}`, 'no-stream', 'a', 'b')),
    );
    expect(await transactionsOf('more-')).toBe(2);
  });

  it('a conflict, a duplicate and a refusal in one transaction with others harm none of them', async () => {
    await append('old-1', 'no-stream', 'a', 'b');
    const answers = await Promise.allSettled([
      append('mixed-1', 'no-stream', 'a'),
      append('old-1', 0, 'x'),
      append('mixed-2', 'no-stream', 'a', 'b'),
      append('old-1', 'no-stream', 'a', 'b'),
      append('old-1', 1, 'b', 'y'),
      append('mixed-3', 'any', 'a'),
    ]);
    expect(
      answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.outcome : 'refused')),
    ).toEqual(['appended', 'conflict', 'appended', 'duplicate', 'refused', 'appended']);
    expect(await transactionsOf('mixed-')).toBe(1);
  });

  it('many bytes are split into several transactions', async () => {
    const data = { text: '投'.repeat(20_000) };
    const events = () => [{ ...sampleEvent(randomUUID()), data }];
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        store.append({ stream: `big-${n}`, expected: 'no-stream', events: events() }),
      ),
    );
    expect(await transactionsOf('big-')).toBe(3);
  });

  it('any batch is answered as if its appends came one after the other', async () => {
    let run = 0;
    const expected = fc.oneof(fc.constantFrom<ExpectedRevision>('any', 'no-stream'), fc.nat(4));
    const one = fc.record({
      stream: fc.nat(2),
      expected,
      names: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(one, { minLength: 1, maxLength: 8 }), { maxLength: 4 }),
        async (batches) => {
          run += 1;
          const model = new MemoryEventStore();
          for (const batch of batches) {
            const requests = batch.map(({ stream, expected, names }): AppendRequest => {
              const name = `case-${run}-${stream}`;
              return { stream: name, expected, events: names.map((each) => sampleEvent(`${name} ${each}`)) };
            });
            const [real, due] = [await outcomes(store, requests), await outcomes(model, requests)];
            expect(real).toEqual(due);
          }
          for (const stream of [0, 1, 2].map((each) => `case-${run}-${each}`)) {
            const [real, due] = [await store.readStream(stream), await model.readStream(stream)];
            expect(real.map(({ id, chain }) => [id, chain])).toEqual(due.map(({ id, chain }) => [id, chain]));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  /** Places in the log differ between the two; everything else must not. */
  async function outcomes(to: EventStore, requests: readonly AppendRequest[]): Promise<unknown[]> {
    const answers = await Promise.allSettled(requests.map((request) => to.append(request)));
    return answers.map((answer) =>
      answer.status === 'rejected'
        ? (answer.reason as Error).message
        : { ...answer.value, position: undefined },
    );
  }
});
