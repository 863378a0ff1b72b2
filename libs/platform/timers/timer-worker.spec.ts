import { describe, expect, it } from '@jest/globals';
import { NotBuiltYet } from '#platform/projections';
import type { WakeUpAnswer, WakeUpCall, WakeUpQueue } from '#platform/queue';
import { type Fired, type Firing } from './firing.js';
import type { TimerTable } from './timer-table.js';
import { TimerWorker } from './timer-worker.js';

type Answer = (call: Pick<WakeUpCall, 'data'>) => Promise<WakeUpAnswer>;

/** What the worker answers to a call for that moment, with such a table. */
async function answerOf(table: Partial<TimerTable>, data: WakeUpCall['data']): Promise<WakeUpAnswer> {
  let answer: Answer | undefined;
  const queue = { process: (process: Answer) => (answer = process) } as unknown as WakeUpQueue;
  const fire = (): Promise<Fired> => Promise.resolve('done');
  new TimerWorker(queue, table as TimerTable, { fire } as unknown as Firing).start();
  return answer?.({ data });
}

describe('a call of the queue', () => {
  const due = { until: () => Promise.resolve(0), dueAt: () => Promise.resolve({ timers: [] }) };

  it('that comes too early comes again at its moment', async () => {
    expect(await answerOf({ ...due, until: () => Promise.resolve(300) }, { moment: 1 })).toEqual({
      againInMs: 300,
    });
    expect(await answerOf(due, { moment: 1 })).toBeUndefined();
    expect(await answerOf(due, { timerId: 'of an older version' })).toBeUndefined();
  });

  it('F22: that comes before the table of this release is there comes again; a database that is away is an error', async () => {
    const without = (error: Error) => ({ ...due, dueAt: () => Promise.reject(error) });
    expect(await answerOf(without(new NotBuiltYet('timers')), { moment: 1 })).toEqual({ againInMs: 1000 });
    await expect(answerOf(without(new Error('away')), { moment: 1 })).rejects.toThrow('away');
  });
});
