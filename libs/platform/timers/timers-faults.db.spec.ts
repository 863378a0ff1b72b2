import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { migrateQueue, redisBackend } from '#platform/queue';
import { redisReason, startProxy, testRedisUrl } from '#testing';
import { pause, until } from '../projections/fixture/cases.js';
import { openWorld, type World } from '../projections/fixture/world.js';
import { effects, momentOfClock, runOut, setClocks } from './fixture/clocks.js';
import { openOffice } from './fixture/office.js';
import { jobIdOf } from './moment.js';

const OFFICE = fileURLToPath(new URL('./fixture/office-process.js', import.meta.url));

describe('timers when things break', () => {
  let world: World;
  const children = new Set<ChildProcess>();

  const start = async (command: string, args: readonly string[], ready: string): Promise<ChildProcess> => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.add(child);
    for await (const text of child.stdout ?? []) if (String(text).includes(ready)) return child;
    throw new Error(`${command} ended before it was ready`);
  };
  const kill = async (child: ChildProcess): Promise<void> => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    children.delete(child);
  };
  const eachOnce = async (count: number, ms: number) => {
    await until(async () => (await effects(world.store)).size === count, ms);
    await pause(300);
    expect([...(await effects(world.store)).values()]).toEqual(Array.from({ length: count }, () => 1));
  };

  beforeEach(async () => {
    world = await openWorld();
    await migrateQueue(world.url);
  });
  afterEach(async () => {
    await Promise.all([...children].map(kill));
    await world.close();
  });

  it('F2: workers killed in the middle of firing; every clock fires once', async () => {
    const spread = Array.from({ length: 150 }, (_, n) => 300 + n * 20);
    await setClocks(world.pool, world.store, spread);
    for (let round = 0; round < 4; round += 1) {
      const child = await start(process.execPath, [OFFICE, world.url, 'killed'], 'started');
      await pause(300 + Math.random() * 400);
      await kill(child);
    }
    await start(process.execPath, [OFFICE, world.url, 'killed'], 'started');
    await eachOnce(150, 15_000);
  });

  it('F5, F17: a worker whose connections have silently gone dead ends by itself; the next one rings every clock once', async () => {
    let silent = false;
    const proxy = await startProxy(world.url, () => () => (silent ? 'lost' : 'on'));
    try {
      const child = await start(process.execPath, [OFFICE, proxy.url, 'silent', '2500'], 'started');
      await setClocks(world.pool, world.store, [200, 400]);
      await until(async () => (await effects(world.store)).size === 2, 15_000);
      silent = true;
      await setClocks(world.pool, world.store, [100, 300, 500]);
      const [code] = (await once(child, 'exit')) as [number | null];
      children.delete(child);
      expect(code).toBe(1);
      expect((await effects(world.store)).size).toBe(2);
    } finally {
      await proxy.close();
    }
    await start(process.execPath, [OFFICE, world.url, 'silent'], 'started');
    await eachOnce(5, 20_000);
  }, 60_000);

  const redisIt = testRedisUrl() === undefined ? it.skip : it;
  if (testRedisUrl() === undefined) redisReason();

  redisIt(
    'F7, F8: Redis killed, away, and back with nothing in it; every clock fires once, none early',
    async () => {
      const port = await freePort();
      const startRedis = () =>
        start(
          'redis-server',
          ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()],
          'Ready to accept',
        );
      const first = await startRedis();
      const office = await openOffice({
        world,
        backend: redisBackend({ url: `redis://127.0.0.1:${port}` }),
        fire: runOut(world.store),
        dispatcher: { sweepEveryMs: 500, graceMs: 100 },
      });
      try {
        office.start();
        await until(() => office.dispatcher.leading);
        const streams = await setClocks(world.pool, world.store, [300, 1500, 2500, 14_000]);
        await until(async () => (await effects(world.store)).size === 1);
        await kill(first);
        // New clocks are set while there is no queue: nobody waits for it.
        await setClocks(world.pool, world.store, [500]);
        await until(async () => (await effects(world.store)).size === 4, 20_000);
        expect(office.queue.status().reachable).toBe(false);
        await startRedis();
        const last = jobIdOf(await momentOfClock(world.store, streams[3] ?? ''));
        await until(() => office.queue.has(last).catch(() => false), 10_000);
        await eachOnce(5, 15_000);
        const { early } = await office.ledger.shouldHaveFired('2000-01-01T00:00:00Z', '9999-01-01T00:00:00Z');
        expect(early).toBe(0);
      } finally {
        await office.stop();
      }
    },
  );
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
