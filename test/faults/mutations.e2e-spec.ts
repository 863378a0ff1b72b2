import { describe, expect, it } from '@jest/globals';
import { findRedis, redisReason } from '#testing';
import type { Report } from './report.js';
import { runFaults, type RunOptions } from './run.js';

const suite = findRedis() === undefined ? describe.skip : describe;
const CREW = { api: 1, worker: 1, projector: 1 };

/** A short run with a planted bug. What the bug does to the clients is not what is looked at. */
function runWith(options: Pick<RunOptions, 'mutation' | 'faults' | 'enough'>): Promise<Report> {
  return runFaults({ seed: 11, faultsMs: 120_000, clients: 3, crew: CREW, ...options });
}

suite(`a run finds bugs that are planted in the processes${findRedis() ? '' : ` (${redisReason()})`}`, () => {
  it('answers before the events are durable: acknowledged commands are lost (I1)', async () => {
    const { lost } = await runWith({
      mutation: { in: 'api', bug: 'acknowledges-early' },
      faults: ['api killed'],
      enough: 3,
    });
    expect(lost).toBeGreaterThan(0);
  }, 300_000);

  it('forgets the keys of the process before: one key has two effects (I4)', async () => {
    const { doubled } = await runWith({
      mutation: { in: 'api', bug: 'forgets-keys' },
      faults: ['api killed after append, before answer'],
      enough: 4,
    });
    expect(doubled).toBeGreaterThan(0);
  }, 300_000);

  it('moves the checkpoint before the rows: what people read lacks what happened (I7)', async () => {
    const { violations } = await runWith({
      mutation: { in: 'projector', bug: 'checkpoint-first' },
      faults: ['projector killed'],
      enough: 4,
    });
    expect(violations.map(({ invariant }) => invariant)).toContain('I7');
  }, 300_000);
});
