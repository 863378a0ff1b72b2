import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '#platform/postgres';
import { createTestDatabase, type TestDatabase } from '#testing';
import { sampleEvent } from '../contract.js';
import { UnknownOutcome } from '../errors.js';
import { PostgresEventStore } from '../postgres/postgres-event-store.js';
import { startCuttingProxy } from './fixture/cutting-proxy.js';
import { startWriter, type WriterProcess } from './processes.js';

const BLOCKED_MS = 5_000;

describe('interruptions', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let store: PostgresEventStore;

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    store = new PostgresEventStore(database.url, { applicationName: 'bystander' });
  });
  afterAll(async () => {
    await store.close();
    await admin.end();
    await database.drop();
  });

  const appendOne = (to: EventStoreLike = store, stream = `case-${randomUUID()}`) =>
    to.append({ stream, expected: 'no-stream', events: [sampleEvent(stream)] });
  type EventStoreLike = Pick<PostgresEventStore, 'append'>;

  it.each(['answer', 'statement'] as const)(
    'a lost %s: the fault says that the outcome is unknown, and a retry appends once',
    async (lost) => {
      const proxy = await startCuttingProxy(database.url);
      const cut = new PostgresEventStore(proxy.url, { applicationName: 'cut off' });
      try {
        await appendOne(cut);
        const stream = `case-${randomUUID()}`;
        const request = {
          stream,
          expected: 'no-stream' as const,
          events: [sampleEvent('a'), sampleEvent('b')],
        };
        proxy.loseNext(lost);
        await expect(cut.append(request)).rejects.toBeInstanceOf(UnknownOutcome);
        const again = await cut.append(request);
        expect(again).toMatchObject({ outcome: lost === 'answer' ? 'duplicate' : 'appended', revision: 1 });
        expect(await store.readStream(stream)).toHaveLength(2);
      } finally {
        await cut.close();
        await proxy.close();
      }
    },
  );

  it('a server that ends idle connections is noticed, and the next append, read and wake work', async () => {
    let woken = 0;
    const wakes = new PostgresEventStore(database.url, { applicationName: 'idle' });
    const subscription = wakes.onAppended(() => (woken += 1), 60_000);
    try {
      await appendOne(wakes);
      await endConnections('idle%');
      expect(await appendOne(wakes)).toMatchObject({ outcome: 'appended' });
      expect((await wakes.readAll(wakes.start, 5)).events.length).toBeGreaterThan(0);
      const before = woken;
      for (let turn = 0; turn < 100 && woken <= before; turn += 1) {
        await appendOne(store);
        await sleep(20);
      }
      expect(woken).toBeGreaterThan(before);
    } finally {
      await subscription.stop();
      await wakes.close();
    }
  });

  /** Stops the writer process while its statement holds the lock of the log. */
  async function inMidBatch(writer: WriterProcess, signal: 'SIGSTOP' | 'SIGKILL'): Promise<void> {
    const gate = new pg.Client({ connectionString: database.url });
    await gate.connect();
    await gate.query('begin; lock table es.events in share row exclusive mode');
    await waitFor(`select 1 from pg_stat_activity where application_name = 'hazard writer append'
      and wait_event_type = 'Lock' and wait_event = 'relation'`);
    writer.child.kill(signal);
    await gate.end();
  }

  async function waitFor(sql: string): Promise<void> {
    for (const end = Date.now() + 5_000; Date.now() < end; await sleep(10)) {
      if ((await admin.query(sql)).rowCount) return;
    }
    throw new Error('the writer never got stuck');
  }

  it.each(['SIGSTOP', 'SIGKILL'] as const)(
    '%s in mid-batch blocks nobody for five seconds',
    async (signal) => {
      const writer = startWriter(database.url, 16, 20_000);
      try {
        await waitFor(`select 1 from pg_stat_activity where application_name = 'hazard writer append'`);
        await inMidBatch(writer, signal);
        const start = Date.now();
        for (let turn = 0; turn < 20; turn += 1)
          expect(await appendOne()).toMatchObject({ outcome: 'appended' });
        expect(Date.now() - start).toBeLessThan(BLOCKED_MS);
      } finally {
        writer.child.kill('SIGKILL');
        await writer.ended;
      }
    },
  );

  async function endConnections(name: string): Promise<void> {
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like $1`,
      [name],
    );
    await sleep(50);
  }
});
