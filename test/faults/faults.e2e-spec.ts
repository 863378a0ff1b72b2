import { describe, expect, it } from '@jest/globals';
import { findRedis, redisReason } from '#testing';
import { FAULTS } from './catalogue.js';
import type { QueueKind } from './queue/port.js';
import { inWords } from './report.js';
import { runFaults } from './run.js';

/** The quickest to get over, and one at least of each kind; the long run has them all. */
const SHORT: Readonly<Record<QueueKind, readonly string[]>> = {
  redis: [
    'api killed after append, before answer',
    'worker killed',
    'worker paused',
    'Redis back without its file',
    'queue restored from a copy, a second or a long time old',
    'calls come twice, early, late and never',
  ],
  postgres: [
    'worker killed after append, before answer',
    'projector killed with a page on its way',
    'queue emptied',
    'queue stopped',
    'leases taken from their leaders',
    'no worker for three days',
    'PostgreSQL killed',
  ],
};

function complaintsWhileThingsBreak(queue: QueueKind): void {
  it('F1–F8, F18, F23, F24, I1–I9: nothing acknowledged is lost, nothing is done twice, no clock rings early or never', async () => {
    const faults = FAULTS.filter(({ name }) => SHORT[queue].includes(name)).map((fault) => ({
      ...fault,
      everyRounds: 1,
    }));
    expect(faults).toHaveLength(SHORT[queue].length);
    const report = await runFaults({
      seed: 7,
      queue,
      faults,
      faultsMs: 240_000,
      enough: faults.length,
      clients: 3,
    });
    console.log(inWords(report));
    expect({ violations: report.violations, faults: report.faults }).toEqual({ violations: [], faults: [] });
    expect(report.injected).toHaveLength(faults.length);
    // The run has been at the places where it matters.
    expect(report.pointsHit.length).toBeGreaterThanOrEqual(1);
    expect(report.acknowledged).toBeGreaterThan(20);
    expect(report.unknown).toBeGreaterThan(0);
    expect(report.unknownResolved).toBe(report.unknown);
    expect(report.lateness.rung).toBeGreaterThan(0);
  }, 400_000);
}

const suite = findRedis() === undefined ? describe.skip : describe;

suite(`complaints while things break, the queue in Redis${findRedis() ? '' : ` (${redisReason()})`}`, () =>
  complaintsWhileThingsBreak('redis'),
);

describe('complaints while things break, the queue in PostgreSQL', () =>
  complaintsWhileThingsBreak('postgres'));
