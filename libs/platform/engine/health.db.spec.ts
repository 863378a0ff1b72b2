import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type pg from 'pg';
import { PostgresEventStore } from '#platform/event-store';
import { HealthRegistry } from '#platform/http';
import { createAppPool, migrate } from '#platform/postgres';
import { ReadModels } from '#platform/projections';
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
    addHealthChecks(health, { pool, models: new ReadModels({ pool, store }), heartbeats });
    return (await health.report()).checks.find((check) => check.name === name);
  };

  it('that no worker gives a sign of life, which of them is missing, and since when', async () => {
    expect(await finding('workers')).toMatchObject({
      status: 'degraded',
      required: false,
      detail: 'overdue timers were last looked for: never; the queue was last answered: never',
    });
    await new Heartbeats(pool).beat('sweep');
    await new Heartbeats(pool).beat('queue');
    expect(await finding('workers')).toMatchObject({ status: 'up' });
    await pool.query(
      `update platform.heartbeats set beat_at = beat_at - interval '200 seconds' where heart = 'queue'`,
    );
    expect(await finding('workers')).toMatchObject({
      status: 'degraded',
      detail: 'the queue was last answered 200 s ago',
    });
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
