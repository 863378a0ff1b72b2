import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Redis } from 'ioredis';
import { EvaluationClock } from '#platform/clock';
import { migrateQueue, postgresBackend, type QueueBackend, redisBackend } from '#platform/queue';
import { redisReason, testRedisUrl } from '#testing';
import { pause, until } from '../projections/fixture/cases.js';
import { openWorld, type World } from '../projections/fixture/world.js';
import { effects, meetClock, momentOfClock, runOut, setClocks } from './fixture/clocks.js';
import { type Office, type OfficeOptions, openOffice } from './fixture/office.js';
import { TimerTable } from './index.js';
import { jobIdOf } from './moment.js';

const DAY_MS = 86_400_000;
const FOREVER = ['0001-01-01T00:00:00.000Z', '9999-01-01T00:00:00.000Z'] as const;

describe.each(['postgres', 'redis'] as const)('timers with the queue in %s', (kind) => {
  const redisUrl = testRedisUrl();
  if (kind === 'redis' && redisUrl === undefined) redisReason();
  const test = kind === 'redis' && redisUrl === undefined ? it.skip : it;
  let world: World;
  let backend: QueueBackend;
  const offices: Office[] = [];

  const open = async (options: Partial<OfficeOptions> = {}) => {
    const office = await openOffice({ world, backend, fire: runOut(world.store), ...options });
    offices.push(office);
    return office;
  };
  const set = (...dueInMs: number[]) => setClocks(world.pool, world.store, dueInMs);
  const setWarning = (dueInMs: readonly number[], warnMs: number) =>
    setClocks(world.pool, world.store, dueInMs, 0, undefined, warnMs);
  const firedAll = async (count: number, ms = 10_000) =>
    until(async () => (await effects(world.store)).size === count, ms);
  /** Every clock once, none early, and the table says the same as the log. */
  const eachOnce = async (office: Office, count: number) => {
    const counts = [...(await effects(world.store)).values()];
    expect(counts).toEqual(Array.from({ length: count }, () => 1));
    await office.models.waitFor('timers', await world.store.head(), 5000);
    expect(await office.ledger.shouldHaveFired(...FOREVER)).toMatchObject({
      fired: count,
      early: 0,
      overdue: 0,
      overdueTimers: [],
    });
  };

  beforeEach(async () => {
    world = await openWorld();
    await migrateQueue(world.url);
    backend =
      kind === 'postgres'
        ? postgresBackend({ url: world.url })
        : redisBackend({ url: redisUrl ?? '', prefix: `timers-${process.pid}` });
  });
  afterEach(async () => {
    await Promise.all(offices.splice(0).map((office) => office.stop()));
    await world.close();
  });

  test('I8: clocks fire once, on time and never early; those that were met do not', async () => {
    const office = await open();
    office.start();
    await until(() => office.dispatcher.leading);
    const streams = await set(...Array.from({ length: 20 }, (_, n) => 300 + n * 20));
    const [met = ''] = await set(600);
    await meetClock(world.store, met);
    await firedAll(streams.length);
    await pause(150);
    await eachOnce(office, streams.length);
    const { cancelled, worstLatenessMs } = await office.ledger.shouldHaveFired(...FOREVER);
    expect(cancelled).toBe(1);
    expect(worstLatenessMs).toBeLessThan(3000);
    expect(await office.ledger.status()).toMatchObject({ pending: 0, overdue: 0, parked: 0, led: true });
  });

  test('a clock set anew fires at its new time only', async () => {
    const fired: string[] = [];
    const office = await open({ fire: runOut(world.store, (stream) => fired.push(stream)) });
    office.start();
    await until(() => office.dispatcher.leading);
    const [stream = ''] = await set(1200);
    await office.models.waitFor('timers', await world.store.head(), 5000);
    await setClocks(world.pool, world.store, [3000], 1, [stream]);
    await pause(1400);
    expect(fired).toEqual([]);
    await firedAll(1);
    expect(fired).toEqual([stream]);
  });

  test('a clock that warns before it runs out is called for both, with no sweep between', async () => {
    const calls: string[] = [];
    const office = await open({ fire: runOut(world.store, (_, kind) => calls.push(kind)) });
    office.start();
    await until(() => office.dispatcher.leading);
    await setWarning([1500, 1500], 700);
    await firedAll(2);
    await pause(150);
    expect(calls.toSorted()).toEqual(['reply', 'reply', 'warning', 'warning']);
    const { fired, superseded, worstLatenessMs } = await office.ledger.shouldHaveFired(...FOREVER);
    expect([fired, superseded]).toEqual([4, 0]);
    expect(worstLatenessMs).toBeLessThan(3000);
  });

  test.each([
    ['waits for a person', { attempts: 1 }, { parked: 1, failing: 0 }],
    ['rests for a minute', { backoffMs: 60_000 }, { parked: 0, failing: 1 }],
  ])('a clock whose warning has failed and %s runs out all the same', async (_, firing, status) => {
    const fire = runOut(world.store);
    const office = await open({
      dispatcher: { sweepEveryMs: 300, graceMs: 50 },
      firing,
      fire: async (timer, at) => {
        if (timer.kind === 'warning') throw new Error('broken');
        return fire(timer, at);
      },
    });
    office.start();
    await until(() => office.dispatcher.leading);
    const [stream] = await setWarning([2000], 1800);
    await office.models.waitFor('timers', await world.store.head(), 5000);
    await until(async () => {
      const { parked, failing } = await office.ledger.status();
      return parked + failing === 1;
    });
    expect(await office.ledger.status()).toMatchObject(status);
    const parked = status.parked === 1 ? [{ timerId: `${stream}/warning`, kind: 'warning' }] : [];
    expect(await office.ledger.parked()).toMatchObject(parked);
    await firedAll(1, 4_000);
    await office.models.waitFor('timers', await world.store.head(), 5000);
    expect(await office.ledger.status()).toMatchObject({ pending: 0, overdue: 0, parked: 0 });
  });

  test('a stale or early call is ignored, whoever makes it', async () => {
    const fired: string[] = [];
    const office = await open({ fire: runOut(world.store, (stream) => fired.push(stream)) });
    office.start();
    const [stream = ''] = await setClocks(world.pool, world.store, [2500], 3);
    await office.models.waitFor('timers', await world.store.head(), 5000);
    const moment = await momentOfClock(world.store, stream);
    const own = jobIdOf(moment);
    await until(() => office.queue.has(own));
    // The very call that the clock waits for comes too early: it has to come again.
    await office.queue.remove([own]);
    const call = (id: string, data: Readonly<Record<string, string | number>>) =>
      office.queue.schedule({ id, delayMs: 0, data });
    await Promise.all([
      call('stale', { moment: moment - 10 }),
      call(own, { moment }),
      call('ahead', { moment: moment + 10 }),
      call('of_an_older_version', { timerId: stream, revision: 3 }),
    ]);
    await pause(250);
    expect(fired).toEqual([]);
    await firedAll(1);
    await pause(100);
    await eachOnce(office, 1);
  });

  test('what was set far ahead just before the clock of the office is moved fires, however late the table knows it', async () => {
    const office = await open({ dispatcher: { evaluation: true } });
    office.start();
    await until(() => office.dispatcher.leading);
    await set(50);
    await firedAll(1);
    const holding = await world.pool.connect();
    await holding.query('begin');
    await holding.query(`select from platform.projections where name = 'timers' for update`);
    await set(3 * DAY_MS);
    await pause(1500);
    await new EvaluationClock(world.pool, true).advance(4 * DAY_MS);
    await pause(1500);
    await holding.query('rollback');
    holding.release();
    await firedAll(2, 5_000);
    await eachOnce(office, 2);
  });

  test('F24: two processes at once, and calls that come twice, have one effect', async () => {
    const first = await open();
    const second = await open({ queueName: first.queueName });
    first.start();
    second.start();
    const streams = await set(...Array.from({ length: 40 }, (_, n) => 200 + n * 5));
    await first.models.waitFor('timers', await world.store.head(), 5000);
    const moments = await Promise.all(streams.map((stream) => momentOfClock(world.store, stream)));
    const calls = moments.flatMap((moment, n) =>
      [1, 2].map((copy) => ({ id: `again_${n}_${copy}`, delayMs: 250, data: { moment } })),
    );
    await second.queue.scheduleMany(calls);
    await firedAll(40);
    await pause(200);
    await eachOnce(first, 40);
  });

  test('F23: what ran out while everything was down is worked off in batches', async () => {
    let most = 0;
    let now = 0;
    const fire = runOut(world.store);
    await set(...Array.from({ length: 1000 }, (_, n) => -n * 1000 - 5));
    const office = await open({
      dispatcher: { sweepConcurrency: 16 },
      fire: async (timer, at) => {
        most = Math.max(most, (now += 1));
        return fire(timer, at).finally(() => (now -= 1));
      },
    });
    office.start();
    await firedAll(1000, 15_000);
    await eachOnce(office, 1000);
    expect(most).toBeLessThanOrEqual(16);
  });

  test('F8: a queue that is emptied costs nothing but a sweep', async () => {
    const office = await open({ dispatcher: { sweepEveryMs: 400, graceMs: 100 } });
    office.start();
    await until(() => office.dispatcher.leading);
    const streams = await set(600, 650, 3500, 3600);
    await office.models.waitFor('timers', await world.store.head(), 5000);
    const last = jobIdOf(await momentOfClock(world.store, streams[3] ?? ''));
    await until(() => office.queue.has(last));
    await emptyQueue();
    await until(() => office.queue.has(last));
    await firedAll(4);
    await eachOnce(office, 4);
  });

  test('clocks that run out together are woken up by one call, however many they are', async () => {
    const office = await open();
    office.start();
    await until(() => office.dispatcher.leading);
    const answered = jest.spyOn(TimerTable.prototype, 'dueAt');
    // Long enough for all to be set before, on a slow machine too: one set later has a call of its own.
    const streams = await set(...Array.from({ length: 700 }, () => 4000));
    await firedAll(streams.length);
    await eachOnce(office, streams.length);
    const calls = answered.mock.calls.filter(([, after]) => after === undefined);
    answered.mockRestore();
    expect(calls).toHaveLength(1);
  });

  test('the office clock moved on: what became due fires within about a second, and nothing else', async () => {
    const office = await open({ dispatcher: { evaluation: true } });
    office.start();
    await until(() => office.dispatcher.leading);
    await set(2 * DAY_MS, 3 * DAY_MS, 5 * DAY_MS);
    const [soon = ''] = await set(5 * DAY_MS + 900);
    await office.models.waitFor('timers', await world.store.head(), 5000);
    const clock = new EvaluationClock(world.pool, true);
    await clock.advance(4 * DAY_MS);
    await firedAll(2, 4000);
    await pause(300);
    expect((await effects(world.store)).size).toBe(2);
    // Into the last second before a clock that lay beyond the horizon: its call gets its new time.
    await clock.advance(DAY_MS);
    await firedAll(4, 6000);
    expect((await effects(world.store)).get(soon)).toBe(1);
    await eachOnce(office, 4);
  });

  test('F19: a clock whose command fails is tried again, then parked where people see it, and can be freed', async () => {
    const errors: unknown[] = [];
    let mended = false;
    const fire = runOut(world.store);
    const office = await open({
      firing: { attempts: 3, backoffMs: 20 },
      onError: (error) => errors.push(error),
      fire: async (timer, at) => {
        if (!mended) throw new Error('broken');
        return fire(timer, at);
      },
    });
    office.start();
    await until(() => office.dispatcher.leading);
    const [stream] = await set(100);
    await office.models.waitFor('timers', await world.store.head(), 5000);
    await until(async () => (await office.ledger.parked()).length === 1);
    expect(await office.ledger.parked()).toMatchObject([
      { timerId: `${stream}/reply`, attempts: 3, lastError: 'Error: broken' },
    ]);
    expect(await office.ledger.status()).toMatchObject({ parked: 1, overdue: 1 });
    expect(await office.ledger.shouldHaveFired(...FOREVER)).toMatchObject({ fired: 0, overdue: 1 });
    mended = true;
    expect(await office.ledger.retry(`${stream}/reply`)).toBe(true);
    office.dispatcher.sweepNow();
    await firedAll(1);
    expect(errors.length).toBeGreaterThanOrEqual(3);
  });

  async function emptyQueue(): Promise<void> {
    if (kind === 'postgres') {
      await world.pool.query('delete from queue.job');
      return;
    }
    const redis = new Redis(redisUrl ?? '');
    const keys = await redis.keys(`timers-${process.pid}:*`);
    if (keys.length > 0) await redis.del(...keys);
    redis.disconnect();
  }
});
