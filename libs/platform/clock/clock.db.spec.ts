import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { addMilliseconds } from '#kernel';
import { PostgresEventStore } from '#platform/event-store';
import { migrate } from '#platform/postgres';
import { createTestDatabase } from '#testing';
import { ClockNotMoved, DatabaseClock, EvaluationClock, MovedClock } from './index.js';

const DAY_MS = 86_400_000;

describe('the clock of the office', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let pool: pg.Pool;
  const open: DatabaseClock[] = [];

  const openClock = async (options?: Parameters<typeof DatabaseClock.open>[1]) => {
    const clock = await DatabaseClock.open(pool, options);
    open.push(clock);
    return clock;
  };
  const apart = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b));

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    pool = new pg.Pool({ connectionString: database.url, max: 2 });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    for (const clock of open.splice(0)) clock.close();
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('goes on with the database, between readings too', async () => {
    const clock = await openClock();
    const first = clock.now();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(Date.parse(clock.now()) - Date.parse(first)).toBeGreaterThanOrEqual(35);
    expect(apart(await clock.read(), clock.now())).toBeLessThan(20);
  });

  it('F16: a machine clock set a month ahead or an hour back changes nothing', async () => {
    const clock = await openClock();
    const real = await clock.read();
    for (const jump of [30 * DAY_MS, -3_600_000]) {
      jest.spyOn(Date, 'now').mockReturnValue(Date.parse(real) + jump);
      expect(apart(clock.now(), real)).toBeLessThan(1000);
      expect(apart(await clock.read(), real)).toBeLessThan(1000);
    }
  });

  it('never goes back, not even when the database does', async () => {
    const clock = await openClock();
    const before = clock.now();
    const earlier = Date.parse(before) - 60_000;
    jest
      .spyOn(pool, 'query')
      .mockImplementationOnce(() => Promise.resolve({ rows: [{ ms: earlier, offset: 0 }] }) as never);
    await clock.read();
    expect(clock.now() >= before).toBe(true);
  });

  it('never goes back behind what a reading answered', async () => {
    const clock = await openClock({ everyMs: 60_000 });
    const read = await clock.read();
    const earlier = Date.parse(read) - 5;
    jest
      .spyOn(pool, 'query')
      .mockImplementationOnce(() => Promise.resolve({ rows: [{ ms: earlier, offset: 0 }] }) as never);
    expect((await clock.read()) >= read).toBe(true);
    expect(clock.now() >= read).toBe(true);
  });

  it('never stands ahead of the database', async () => {
    const clock = await openClock({ everyMs: 5 });
    for (let round = 0; round < 20; round += 1) {
      const mine = clock.now();
      const { rows } = await pool.query<{ ms: number }>(
        'select extract(epoch from platform.now())::float8 * 1000 as ms',
      );
      expect(Date.parse(mine)).toBeLessThanOrEqual(rows[0]?.ms ?? 0);
    }
  });

  it('goes on when the database does not answer, and says so', async () => {
    const failures: unknown[] = [];
    const clock = await openClock({ everyMs: 5, onError: (error) => failures.push(error) });
    jest.spyOn(pool, 'query').mockImplementation(() => Promise.reject(new Error('gone')) as never);
    const before = clock.now();
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(failures.length).toBeGreaterThan(1);
    expect(Date.parse(clock.now())).toBeGreaterThan(Date.parse(before));
  });

  it('refuses to be moved outside the evaluation profile', async () => {
    const clock = new EvaluationClock(pool, false);
    await expect(clock.advance(1000)).rejects.toThrow(ClockNotMoved);
    await expect(clock.moveTo('2099-01-01T00:00:00.000Z')).rejects.toThrow(ClockNotMoved);
  });

  it('moves forward only, for every process that shares the database, and refuses a real office', async () => {
    const evaluation = new EvaluationClock(pool, true);
    const clock = await openClock({ evaluation: true, everyMs: 10 });
    const target = addMilliseconds(await clock.read(), 40 * DAY_MS);
    const moved = await evaluation.moveTo(target);
    expect(moved >= target).toBe(true);
    expect(apart(moved, target)).toBeLessThan(1000);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(clock.now() >= target).toBe(true);

    expect(apart(await evaluation.advance(DAY_MS), addMilliseconds(target, DAY_MS))).toBeLessThan(2000);
    await expect(evaluation.moveTo(target)).rejects.toThrow('only moves forward');
    await expect(evaluation.advance(-1)).rejects.toThrow(ClockNotMoved);
    await expect(DatabaseClock.open(pool)).rejects.toThrow(MovedClock);
  });

  it('begins anywhere while nothing has happened, and never again after that', async () => {
    const evaluation = new EvaluationClock(pool, true);
    const clock = await openClock({ evaluation: true, everyMs: 60_000 });
    clock.now();
    const begin = '2020-02-01T00:00:00.000Z';
    expect(apart(await evaluation.beginAt(begin), begin)).toBeLessThan(2000);
    await clock.read();
    expect(apart(clock.now(), begin)).toBeLessThan(2000);
    const store = new PostgresEventStore(database.url);
    const id = randomUUID();
    const event = { id, type: 'Happened', schemaVersion: 1, data: {}, meta: {} };
    await store.append({ stream: `thing-${id}`, expected: 'no-stream', events: [event] });
    await store.close();
    await expect(evaluation.beginAt(begin)).rejects.toThrow(ClockNotMoved);
    await expect(
      pool.query('update platform.evaluation_clock set offset_ms = offset_ms - 1'),
    ).rejects.toThrow('only moves forward');
  });
});
