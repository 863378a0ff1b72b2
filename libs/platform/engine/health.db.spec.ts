import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type pg from 'pg';
import { PostgresEventStore } from '#platform/event-store';
import { HealthRegistry } from '#platform/http';
import { createAppPool, migrate } from '#platform/postgres';
import { ReadModels } from '#platform/projections';
import { ReactionLedger } from '#platform/reactions';
import { Heartbeats } from '#platform/watch';
import { createTestDatabase } from '#testing';
import { addHealthChecks } from './index.js';

describe('what readiness tells', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let pool: pg.Pool;
  let store: PostgresEventStore;
  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    pool = createAppPool(database.url, { applicationName: 'test' });
    store = new PostgresEventStore(database.url);
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(async () => {
    await store.close();
    await pool.end();
    await database.drop();
  });

  const finding = async (name: string) => {
    const health = new HealthRegistry();
    const heartbeats = new Heartbeats(pool);
    const reactions = new ReactionLedger(pool, store);
    addHealthChecks(health, { pool, models: new ReadModels({ pool, store }), heartbeats, reactions });
    return (await health.report()).checks.find((check) => check.name === name);
  };

  it('that no worker gives a sign of life, which of them is missing, and since when', async () => {
    expect(await finding('workers')).toMatchObject({
      status: 'degraded',
      required: false,
      detail:
        'overdue timers were last looked for: never; the queue was last answered: never; ' +
        'changes of the calendar were last looked for: never',
    });
    await new Heartbeats(pool).beat('sweep');
    await new Heartbeats(pool).beat('queue');
    await new Heartbeats(pool).beat('calendar');
    expect(await finding('workers')).toMatchObject({ status: 'up' });
    await pool.query(
      `update platform.heartbeats set beat_at = beat_at - interval '200 seconds' where heart = 'queue'`,
    );
    expect(await finding('workers')).toMatchObject({
      status: 'degraded',
      detail: expect.stringMatching(/^the queue was last answered 20\d s ago$/),
    });
  });

  it('that what follows the log stands still, how far behind it is, and since when', async () => {
    const agoOf = (table: string, seconds: number) =>
      pool.query(
        `update platform.${table} set changed_at = clock_timestamp() - ${seconds} * interval '1 second'`,
      );
    await pool.query(`insert into platform.reactions (name, position, fence) values ('echo', $1, 0)`, [
      store.start,
    ]);
    await pool.query(
      `insert into platform.projections (name, version, build, table_name, state, position)
       values ('cases', 1, 1, 'read.cases', 'active', $1)`,
      [store.start],
    );
    await agoOf('reactions', 3600);
    await agoOf('projections', 3600);
    expect(await finding('reactions')).toMatchObject({ status: 'up' });
    const event = () => ({ id: randomUUID(), type: 'noted', schemaVersion: 1, data: {}, meta: {} });
    await store.append({ stream: 'case-1', expected: 'any', events: [event(), event(), event()] });
    expect(await finding('reactions')).toMatchObject({
      required: false,
      status: 'degraded',
      detail: expect.stringMatching(/^stand still: echo \(3 events behind, last moved 360\d s ago\)$/),
    });
    expect(await finding('read-models')).toMatchObject({
      status: 'degraded',
      detail: expect.stringMatching(/^stand still: cases \(3 events behind, last moved 360\d s ago\)$/),
    });
    // One that has just moved, or moves on between two looks, is getting on.
    await agoOf('reactions', 20);
    expect(await finding('reactions')).toMatchObject({ status: 'up' });
    await agoOf('reactions', 3600);
    const found = finding('reactions');
    await sleep(300);
    await pool.query('update platform.reactions set position = $1', [await store.head()]);
    expect(await found).toMatchObject({ status: 'up' });
  });

  it('F16: that the clock of this machine is astray', async () => {
    expect(await finding('clock')).toMatchObject({ status: 'up' });
    const now = Date.now.bind(Date);
    jest.spyOn(Date, 'now').mockImplementation(() => now() + 3_600_000);
    expect(await finding('clock')).toMatchObject({
      status: 'degraded',
      required: false,
      detail: "the clock of this machine is 3600 s off the database's; tokens are judged by it",
    });
  });
});
