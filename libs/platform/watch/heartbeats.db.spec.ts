import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { createAppPool, migrate } from '#platform/postgres';
import { createTestDatabase } from '#testing';
import { Heartbeats } from './index.js';

describe('signs of life', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    pool = createAppPool(database.url, { applicationName: 'test' });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('are seen by every process, with their age in real time', async () => {
    expect(await new Heartbeats(pool).ages()).toEqual({
      queue: null,
      sweep: null,
      calendar: null,
    });
    await new Heartbeats(pool).beat('queue');
    await pool.query("update platform.heartbeats set beat_at = beat_at - interval '70 seconds'");
    await new Heartbeats(pool).beat('sweep');
    const { queue, sweep } = await new Heartbeats(pool).ages();
    expect(queue).toBeGreaterThanOrEqual(70_000);
    expect(queue).toBeLessThan(75_000);
    expect(sweep).toBeLessThan(5_000);
  });

  it('are written now and then, however often they are noted', async () => {
    const heartbeats = new Heartbeats(pool);
    const beatAt = async () => (await pool.query('select beat_at from platform.heartbeats')).rows;
    heartbeats.note('sweep');
    await heartbeats.beat('queue');
    const before = await beatAt();
    for (let n = 0; n < 100; n += 1) heartbeats.note('sweep');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await beatAt()).toEqual(before);
  });
});
