import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { fireAll, type FireAllOptions, type PageOfTimers } from './fire-all.js';
import type { Firing, Fired } from './firing.js';
import type { LoadedTimer } from './timer.js';

const AT = '2026-11-26T01:00:00.000Z';

function timer(clock: string, kind = 'due'): LoadedTimer {
  return {
    ...{ timerId: `${clock}/${kind}`, clock, kind, stream: 'case-1', revision: 0, fireAt: AT, now: AT },
    ...{ due: true, failures: 0, retryInMs: 0 },
  };
}

/** Pages of clocks as the table gives them, each after so many ms; a clock without timers waits for a person. */
function pagesOf(clocks: readonly (readonly LoadedTimer[])[], ms: number): PageOfTimers {
  return async (after, count) => {
    const from = Number(after?.clock ?? 0);
    await sleep(ms);
    const timers = clocks.slice(from, from + count).flat();
    return from + count < clocks.length
      ? { timers, next: { nextAt: AT, clock: String(from + count) } }
      : { timers };
  };
}

/** What is fired, in the order of the calls; each command takes up to 3 ms. */
async function firedOf(
  clocks: readonly (readonly LoadedTimer[])[],
  options: Partial<FireAllOptions> & {
    readonly ms?: number;
    readonly answer?: (one: LoadedTimer) => Fired;
  } = {},
) {
  const { ms = 0, answer = () => 'done', ...rest } = options;
  const calls: string[] = [];
  const firing = {
    fire: async (one: LoadedTimer) => {
      calls.push(one.timerId);
      await sleep(calls.length % 3);
      return answer(one);
    },
  } as unknown as Firing;
  const againInMs = await fireAll(pagesOf(clocks, ms), firing, { concurrency: 8, ...rest });
  return { calls, againInMs };
}

const herd = (count: number) => Array.from({ length: count }, (_, n) => [timer(`clock-${n}`)]);

describe('what is due is fired', () => {
  it.each([0, 120])('all of it, once, also where the next page takes %i ms', async (ms) => {
    const { calls, againInMs } = await firedOf(herd(950), { ms });
    expect([calls.length, new Set(calls).size, againInMs]).toEqual([950, 950, Infinity]);
  });

  it('past pages on which every clock waits for a person', async () => {
    const parked = Array.from({ length: 450 }, () => []);
    expect((await firedOf([...parked, ...herd(3)])).calls).toHaveLength(3);
  });

  it('those of a clock one after the other; one that was left or failed holds up no later one', async () => {
    const clocks = [[timer('a', 'yellow'), timer('a', 'red'), timer('a', 'due')]];
    const answers: Record<string, Fired> = { yellow: 'left', red: { againInMs: 700 }, due: 'done' };
    const answer = ({ kind }: LoadedTimer) => answers[kind] ?? 'done';
    const { calls, againInMs } = await firedOf(clocks, { answer, oneOfEach: true });
    expect([calls, againInMs]).toEqual([['a/yellow', 'a/red', 'a/due'], 700]);
  });

  it('those after one whose command never comes back, of its clock and of others', async () => {
    const clocks = [[timer('a', 'yellow'), timer('a', 'due')], ...herd(2)];
    const calls: string[] = [];
    const fire = (one: LoadedTimer): Promise<Fired> => {
      calls.push(one.timerId);
      return one.kind === 'yellow' ? new Promise(() => undefined) : Promise.resolve('done');
    };
    const firing = { fire } as unknown as Firing;
    await fireAll(pagesOf(clocks, 0), firing, { concurrency: 1, patienceMs: 50 });
    expect(calls).toEqual(['a/yellow', 'a/due', 'clock-0/due', 'clock-1/due']);
  });

  it('one of each clock where that is asked for: what it did to the others stands in the table only then', async () => {
    const clocks = [
      [timer('a', 'yellow'), timer('a', 'due')],
      [timer('b', 'yellow'), timer('b', 'due')],
    ];
    expect((await firedOf(clocks, { oneOfEach: true })).calls.toSorted()).toEqual(['a/yellow', 'b/yellow']);
    expect((await firedOf(clocks)).calls).toHaveLength(4);
  });

  it('until it is to stop, also between pages', async () => {
    const stopping = new AbortController();
    const answer = ({ clock }: LoadedTimer): Fired => {
      if (clock === 'clock-100') stopping.abort();
      return 'done';
    };
    const { calls } = await firedOf(herd(950), { answer, signal: stopping.signal });
    expect(calls.length).toBeLessThan(120);
    const parked = Array.from({ length: 950 }, () => []);
    let pages = 0;
    await firedOf(parked, { signal: AbortSignal.abort(), onStep: () => (pages += 1) });
    expect(pages).toBeLessThan(3);
  });
});
