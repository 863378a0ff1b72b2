import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pause, until } from '../projections/fixture/cases.js';
import { openWorld, type World } from '../projections/fixture/world.js';
import { Pulse, Watch } from '#platform/watch';
import { call, echo, echoes } from './fixture/echo.js';
import { ReactionLedger, ReactionRunner, type Reaction, type ReactionRunnerOptions } from './index.js';

const PROCESS = fileURLToPath(new URL('./fixture/echo-process.js', import.meta.url));

describe('reactions', () => {
  let world: World;
  let ledger: ReactionLedger;
  const runners: ReactionRunner[] = [];
  const children = new Set<ChildProcess>();

  const run = (reaction: Reaction, options: Partial<ReactionRunnerOptions> = {}): ReactionRunner => {
    const { pool, store } = world;
    const runner = new ReactionRunner({ pool, store, reaction, leaseMs: 600, backoffMs: 50, ...options });
    runners.push(runner);
    runner.start();
    return runner;
  };
  const caughtUp = () =>
    until(
      async () => (await ledger.status()).some((status) => status.name === 'echo' && status.caughtUp),
      10_000,
    );
  const kill = async (child: ChildProcess): Promise<void> => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    children.delete(child);
  };

  beforeEach(async () => {
    world = await openWorld();
    ledger = new ReactionLedger(world.pool, world.store);
  });
  afterEach(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await Promise.all([...children].map(kill));
    await world.close();
  });

  it('act on every event that concerns them, in order, from the first one on, and on no other', async () => {
    const early = await call(world.store, 3);
    await call(world.store, 2, 'whispered');
    run(echo(world.store));
    const late = await call(world.store, 3);
    await caughtUp();
    expect(await echoes(world.store)).toEqual([...early, ...late]);
  });

  it('go on from their checkpoint when they start again', async () => {
    const seen: string[] = [];
    const first = run(echo(world.store, ({ id }) => seen.push(id)));
    const early = await call(world.store, 3);
    await caughtUp();
    await first.stop();
    const late = await call(world.store, 2);
    run(echo(world.store, ({ id }) => seen.push(id)));
    await until(async () => (await echoes(world.store)).length === 5);
    await caughtUp();
    expect(seen).toEqual([...early, ...late]);
  });

  it('try again what went wrong, and let the others go on meanwhile', async () => {
    const [bad, ...good] = await call(world.store, 4);
    let broken = true;
    run(
      echo(world.store, ({ id }) => {
        if (id === bad && broken) throw new Error('not now');
      }),
    );
    await until(async () => (await echoes(world.store)).length === 3);
    expect(await echoes(world.store)).toEqual(good);
    expect(await ledger.status()).toEqual([{ name: 'echo', caughtUp: false, failing: 1, parked: 0 }]);
    broken = false;
    await caughtUp();
    expect((await echoes(world.store)).at(-1)).toBe(bad);
  });

  it('park what goes wrong too often, until a person lets it be tried again', async () => {
    const [bad = ''] = await call(world.store, 1);
    let broken = true;
    const options = { attempts: 3, backoffMs: 10 };
    run(
      echo(world.store, () => {
        if (broken) throw new Error('never');
      }),
      options,
    );
    await until(async () => (await ledger.parked()).length === 1, 10_000);
    expect(await ledger.parked()).toEqual([
      expect.objectContaining({
        eventId: bad,
        attempts: 3,
        lastError: 'Error: never',
        stream: `call-${bad}`,
      }),
    ]);
    broken = false;
    await pause(300);
    expect(await echoes(world.store)).toEqual([]);
    expect([await ledger.retry('another'), await ledger.retry(bad)]).toEqual([false, true]);
    await until(async () => (await echoes(world.store)).length === 1);
    await until(async () => (await ledger.parked()).length === 0);
  });

  it('are led by one; restarted from the first event they do nothing twice', async () => {
    const [one, two]: number[][] = [[], []];
    const ids = await call(world.store, 5);
    run(echo(world.store, () => one?.push(1)));
    run(echo(world.store, () => two?.push(1)));
    await caughtUp();
    expect([one?.length, two?.length].toSorted()).toEqual([0, 5]);
    expect([await ledger.restart('nothing'), await ledger.restart('echo')]).toEqual([false, true]);
    await until(() => (one?.length ?? 0) + (two?.length ?? 0) >= 10, 10_000);
    await caughtUp();
    expect(await echoes(world.store)).toEqual(ids);
  });

  it('F2: killed again and again in the middle of it, each event has its effect once', async () => {
    const ids: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const child = spawn(process.execPath, [PROCESS, world.url], { stdio: ['ignore', 'pipe', 'inherit'] });
      children.add(child);
      for await (const text of child.stdout) if (String(text).includes('started')) break;
      ids.push(...(await call(world.store, 40)));
      await pause(Math.random() * 300);
      await kill(child);
    }
    run(echo(world.store));
    await until(async () => (await echoes(world.store)).length >= ids.length, 15_000);
    await caughtUp();
    expect((await echoes(world.store)).toSorted()).toEqual(ids.toSorted());
  });

  it('F5: one that has silently stopped is noticed and ends with its process; the next one does what it left, once', async () => {
    const child = spawn(process.execPath, [PROCESS, world.url, '2000', 'mute'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.add(child);
    let words = '';
    child.stdout.on('data', (chunk) => (words += String(chunk)));
    const gone = once(child, 'exit') as Promise<[number | null]>;
    await until(() => words.includes('started'), 10_000);
    const ids = await call(world.store, 3);
    // It leads, and its lease is renewed: nobody else would have taken over.
    await until(async () => (await ledger.behind()).length > 0);
    expect(await ledger.behind()).toMatchObject([{ name: 'echo', events: 3 }]);
    const [code] = await gone;
    children.delete(child);
    expect({ code, words }).toEqual({ code: 1, words: expect.stringContaining('"echo" has stood still') });
    expect(await echoes(world.store)).toEqual([]);
    run(echo(world.store));
    await until(async () => (await echoes(world.store)).length >= ids.length, 15_000);
    await caughtUp();
    expect(await echoes(world.store)).toEqual(ids);
    await until(async () => (await ledger.behind()).length === 0);
  }, 30_000);

  it('are not taken for silent while they have nothing to do, or wait for another to stop leading', async () => {
    const pulses = [new Pulse(), new Pulse()];
    for (const { beat } of pulses) run(echo(world.store), { onStep: beat });
    const told: string[] = [];
    const watch = new Watch({ lookMs: 50 });
    for (const [place, { mark }] of pulses.entries()) watch.add({ name: String(place), limitMs: 1500, mark });
    watch.start(({ part }) => told.push(part));
    await pause(3000);
    watch.stop();
    expect(told).toEqual([]);
  });
});
