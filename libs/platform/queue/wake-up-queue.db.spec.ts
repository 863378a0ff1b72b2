import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { migrate } from '#platform/postgres';
import { createTestDatabase, redisReason, testRedisUrl } from '#testing';
import type { AnyWorker } from './backend.js';
import {
  BullWakeUpQueue,
  migrateQueue,
  postgresBackend,
  type QueueBackend,
  QueueUnavailable,
  redisBackend,
  UnfitRedis,
  type WakeUpCall,
} from './index.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
async function until(holds: () => boolean, ms = 5000): Promise<void> {
  for (const end = Date.now() + ms; !holds(); await pause(5)) {
    if (Date.now() > end) throw new Error('waited in vain');
  }
}
const call = (id: string, delayMs = 0): WakeUpCall => ({ id, delayMs, data: { timerId: id, revision: 1 } });

/** What holds wherever the jobs are kept. */
function contract(backendOf: () => QueueBackend): void {
  let queue: BullWakeUpQueue;
  let answered: string[];
  const open = async (options: Partial<Parameters<typeof BullWakeUpQueue.open>[0]> = {}) =>
    BullWakeUpQueue.open({
      backend: backendOf(),
      name: `q_${randomUUID()}`,
      canaryEveryMs: 60_000,
      ...options,
    });
  const answer = async (one: { id: string }) => {
    answered.push(one.id);
    await Promise.resolve();
  };

  beforeEach(async () => {
    answered = [];
    queue = await open();
  });
  afterEach(() => queue.close());

  it('wakes up at about the time, with the data it was given, and forgets the call', async () => {
    let data: unknown;
    let at = 0;
    queue.process(async (one) => {
      data = one.data;
      at = Date.now();
      await answer(one);
    });
    const started = Date.now();
    await queue.schedule(call('t_a_1', 250));
    await until(() => answered.length === 1);
    expect(at - started).toBeGreaterThanOrEqual(249);
    expect(at - started).toBeLessThan(1000);
    expect(data).toEqual({ timerId: 't_a_1', revision: 1 });
    for (let look = 0; look < 100 && (await queue.has('t_a_1')); look += 1) await pause(20);
    expect(await queue.has('t_a_1')).toBe(false);
  });

  it('takes many at once, and a second call with an id that waits is ignored', async () => {
    const calls = Array.from({ length: 250 }, (_, n) => call(`t_${n}_1`));
    await queue.schedule(call('t_0_1', 300));
    await queue.scheduleMany(calls);
    queue.process(answer);
    await until(() => answered.length === 250);
    await pause(100);
    expect(new Set(answered).size).toBe(250);
    expect(answered).toHaveLength(250);
  });

  it('forgets removed calls, and does not mind ids it never had', async () => {
    await queue.scheduleMany([call('t_gone_1', 80), call('t_stays_1', 80)]);
    await queue.remove(['t_gone_1', 't_never_1']);
    expect(await queue.has('t_gone_1')).toBe(false);
    expect(await queue.has('t_stays_1')).toBe(true);
    queue.process(answer);
    await until(() => answered.length > 0);
    await pause(100);
    expect(answered).toEqual(['t_stays_1']);
  });

  it('calls again when the handler asks for it', async () => {
    queue.process(async (one) => {
      await answer(one);
      return answered.length === 1 ? { againInMs: 50 } : undefined;
    });
    await queue.schedule(call('t_early_1'));
    await until(() => answered.length === 2);
    expect(answered).toEqual(['t_early_1', 't_early_1']);
  });

  it('goes on after a handler has thrown', async () => {
    queue.process(async (one) => {
      await answer(one);
      if (one.id === 't_bad_1') throw new Error('broken');
    });
    await queue.schedule(call('t_bad_1'));
    await queue.schedule(call('t_good_1'));
    await until(() => answered.length === 2);
    expect(queue.status().lastError).toBe('broken');
  });

  it('notices by a canary that its worker has silently stopped, and replaces it', async () => {
    await queue.close();
    let workers = 0;
    const backend = backendOf();
    queue = await open({
      canaryTimeoutMs: 150,
      backend: {
        ...backend,
        openWorker: (...args) => {
          workers += 1;
          const deaf: AnyWorker = { close: async () => undefined, on: () => undefined };
          return workers === 1 ? deaf : backend.openWorker(...args);
        },
      },
    });
    queue.process(answer);
    expect(await queue.canary()).toBe(false);
    expect(queue.status()).toMatchObject({ workersReplaced: 1, reachable: true });
    await queue.schedule(call('t_after_1'));
    await until(() => answered.length === 1);
    expect(await queue.canary()).toBe(true);
    expect(queue.status().canaryAnsweredAt).not.toBeNull();
    expect(queue.deafSince()).toBeNull();
  });

  it('leaves a sign of life by a canary, and the first one at once', async () => {
    await queue.close();
    let signs = 0;
    queue = await open({ onCanary: async () => (signs += 1) });
    queue.process(answer);
    await until(() => signs === 1);
    // The first may still be on its way back; then this waits for it.
    expect(await queue.canary()).toBe(true);
    expect(await queue.canary()).toBe(true);
    await until(() => signs >= 2);
  });

  it('says since when nobody answers though the worker is replaced again and again', async () => {
    await queue.close();
    const deaf: AnyWorker = { close: async () => undefined, on: () => undefined };
    queue = await open({
      canaryTimeoutMs: 100,
      backend: { ...backendOf(), openWorker: () => deaf },
    });
    queue.process(answer);
    expect(queue.deafSince()).toBeNull();
    await queue.canary();
    const since = queue.deafSince();
    expect(since).not.toBeNull();
    await queue.canary();
    expect(queue.deafSince()).toBe(since);
  });
}

describe('the wake-up queue in PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url);
    await migrateQueue(database.url);
  });
  afterAll(() => database.drop());

  it('rests when it asks a database that has no tables for it, instead of asking without a pause', async () => {
    const prepare = async () => ({ reachable: true, warnings: [] });
    const backend = { ...postgresBackend({ url: database.url, schema: 'nowhere' }), prepare };
    const queue = await BullWakeUpQueue.open({ backend, name: 'q' });
    try {
      queue.process(async () => undefined);
      await until(() => queue.status().workersReplaced > 0);
      await pause(300);
      const before = process.cpuUsage();
      await pause(400);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(200);
    } finally {
      await queue.close();
    }
  });

  contract(() => postgresBackend({ url: database.url }));

  it('refuses to start without its tables, instead of asking for them for ever', async () => {
    const backend = postgresBackend({ url: database.url, schema: 'nowhere' });
    await expect(BullWakeUpQueue.open({ backend, name: 'q' })).rejects.toThrow('not initialized');
  });
});

const redisUrl = testRedisUrl();
if (redisUrl === undefined) redisReason();
(redisUrl === undefined ? describe.skip : describe)('the wake-up queue in Redis', () => {
  const url = redisUrl ?? '';
  it('F8: a Redis that is away keeps nobody waiting', async () => {
    const queue = await BullWakeUpQueue.open({
      backend: redisBackend({ url: 'redis://127.0.0.1:1' }),
      name: 'q',
    });
    expect(queue.status()).toMatchObject({ reachable: false, warnings: [] });
    const started = Date.now();
    await expect(queue.schedule(call('t_a_1'))).rejects.toThrow(QueueUnavailable);
    expect(Date.now() - started).toBeLessThan(4000);
    expect(queue.status().reachable).toBe(false);
    await queue.close();
  });

  contract(() => redisBackend({ url, prefix: `test-${process.pid}` }));

  it('says what is wrong with the settings of a Redis, and refuses it when told to be strict', async () => {
    const admin = new Redis(url);
    const [, before] = await admin.config('GET', 'maxmemory-policy');
    await admin.config('SET', 'maxmemory-policy', 'allkeys-lru');
    try {
      const queue = await BullWakeUpQueue.open({ backend: redisBackend({ url }), name: 'q' });
      expect(queue.status().warnings.join()).toContain('allkeys-lru');
      await queue.close();
      const strict = redisBackend({ url, strict: true });
      await expect(BullWakeUpQueue.open({ backend: strict, name: 'q' })).rejects.toThrow(UnfitRedis);
    } finally {
      await admin.config('SET', 'maxmemory-policy', before ?? 'noeviction');
      admin.disconnect();
    }
  });
});
