import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Pulse, type StoodStill, Watch } from './index.js';

describe('the watch over what has to go on', () => {
  let watch: Watch;
  let told: StoodStill[];
  const start = (mark: () => unknown, limitMs = 60): void => {
    told = [];
    watch = new Watch({ lookMs: 10 }).add({ name: 'the sweep', limitMs, mark });
    watch.start((error) => told.push(error));
  };
  afterEach(() => watch.stop());

  it('tells once, and of whom, when a part has stood still for too long', async () => {
    const pulse = new Pulse();
    start(pulse.mark);
    await sleep(250);
    expect(told.map(({ part }) => part)).toEqual(['the sweep']);
    expect(told[0]?.stillMs).toBeGreaterThan(60);
    expect(told[0]?.message).toContain('"the sweep" has stood still');
  });

  it('lets a part be that goes on, however slowly', async () => {
    const pulse = new Pulse();
    start(pulse.mark, 100);
    const steps = setInterval(pulse.beat, 20);
    await sleep(300);
    clearInterval(steps);
    expect(told).toEqual([]);
  });

  it('lets a part be that rests on purpose, until it is up again', async () => {
    const pulse = new Pulse();
    start(pulse.mark);
    pulse.rest();
    await sleep(150);
    expect(told).toEqual([]);
    pulse.beat();
    await sleep(250);
    expect(told).toHaveLength(1);
  });

  it('lets a part be that has nothing to do, and counts from when it has', async () => {
    let waiting: string | null = null;
    start(() => waiting);
    await sleep(150);
    expect(told).toEqual([]);
    waiting = 'a timer that never comes back';
    await sleep(250);
    expect(told).toHaveLength(1);
  });

  it('takes time in which the whole process stood still for nobody’s standstill', async () => {
    const pulse = new Pulse();
    start(pulse.mark, 500);
    await sleep(30);
    // The thread stands, as it does after SIGSTOP: no look is taken, and much time has passed at the next.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);
    await sleep(60);
    expect(told).toEqual([]);
  });
});
