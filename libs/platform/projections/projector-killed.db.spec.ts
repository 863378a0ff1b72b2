import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { append, cases, contents, pause, someEvent, upcast } from './fixture/cases.js';
import { openWorld, type World } from './fixture/world.js';
import { ProjectionRunner, ReadModels } from './index.js';

const PROJECTOR = fileURLToPath(new URL('./fixture/runner-process.js', import.meta.url));

describe('a projector that is killed or stopped', () => {
  let world: World;
  let models: ReadModels;
  const children = new Set<ChildProcess>();

  const startProjector = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [PROJECTOR, world.url], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.add(child);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    return child;
  };
  const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));
  /** Appends until told to stop; the number of events appended. */
  const write = (signal: AbortSignal) =>
    (async () => {
      let count = 0;
      for (; !signal.aborted; count += 1) {
        await append(world.store, `case-${(count * 31) % 23}`, someEvent('noted'));
        if (count % 8 === 0) await pause(2);
      }
      return count;
    })();
  const liveEqualsRebuilt = async () => {
    expect(await models.waitFor('cases', await world.store.head(), 10_000)).toBe(true);
    const live = await contents(world.pool, await models.tableOf('cases'));
    const { table } = await new ProjectionRunner({
      pool: world.pool,
      store: world.store,
      projections: [cases],
      upcast,
    }).rebuild('cases');
    expect(await contents(world.pool, table)).toBe(live);
    return live;
  };

  beforeEach(async () => {
    world = await openWorld();
    models = new ReadModels({ pool: world.pool, store: world.store });
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
    await world.close();
  });

  it('F3: killed at random times, it applies every event once', async () => {
    const writing = new AbortController();
    const written = write(writing.signal);
    for (let kill = 0; kill < 8; kill += 1) {
      const child = await startProjector();
      await pause(120 + Math.random() * 300);
      child.kill('SIGKILL');
      await ended(child);
    }
    writing.abort();
    const count = await written;
    await startProjector();
    const live = await liveEqualsRebuilt();
    expect(live).toContain(`("office hz",hz,${count},`);
  });

  it('F5: stopped in the middle and followed by another, it wakes up and writes nothing that is not true', async () => {
    const writing = new AbortController();
    const written = write(writing.signal);
    const first = await startProjector();
    await pause(300);
    for (let round = 0; round < 3; round += 1) {
      first.kill('SIGSTOP');
      await startProjector();
      await pause(500);
      first.kill('SIGCONT');
      await pause(100);
    }
    writing.abort();
    await written;
    await liveEqualsRebuilt();
  });
});
