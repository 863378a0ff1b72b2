import { describe, expect, it } from '@jest/globals';
import { findRedis, redisReason } from '#testing';
import { FAULTS } from './catalogue.js';
import type { Fault } from './nemesis.js';
import type { QueueKind } from './queue/port.js';
import { inWords } from './report.js';
import { runFaults } from './run.js';
import { timersInWords } from './timers/report.js';
import { runTimerFaults } from './timers/run.js';

/** Whole processes of an office take seconds to come back, so only what needs one is done to it here. */
const OFFICE = [
  'api killed after append, before answer',
  'worker paused',
  'Redis back without its file',
  'PostgreSQL killed',
];
/** The quickest to get over; the long run has them all. */
const TIMERS: Readonly<Record<QueueKind, readonly string[]>> = {
  redis: [
    'worker killed after firing, before job done',
    'Redis killed',
    'queue restored from a copy, a second or a long time old',
    'calls come twice, early, late and never',
    'leases taken from their leaders',
    'update and back',
  ],
  postgres: [
    'worker killed',
    'projector killed with a page on its way',
    'queue emptied',
    'queue stopped',
    'calls come twice, early, late and never',
    'no worker for three days',
  ],
};
const SETTINGS = { seed: 7, faultsMs: 240_000 };

function faultsOf(names: readonly string[]): Fault[] {
  const faults = FAULTS.filter(({ name }) => names.includes(name));
  expect(faults).toHaveLength(names.length);
  return faults.map((fault) => ({ ...fault, everyRounds: 1 }));
}

async function timersWhileThingsBreak(queue: QueueKind): Promise<void> {
  const faults = faultsOf(TIMERS[queue]);
  const report = await runTimerFaults({ ...SETTINGS, queue, faults, enough: faults.length });
  console.log(timersInWords(report));
  const { lost, early, doubled, untrue, injected, lateness } = report;
  expect({ lost, early, doubled, untrue, faults: report.faults }).toEqual({
    lost: [],
    early: [],
    doubled: [],
    untrue: [],
    faults: [],
  });
  expect(injected).toHaveLength(faults.length);
  expect(lateness.rung).toBeGreaterThan(20);
}

const suite = findRedis() === undefined ? describe.skip : describe;

suite(`while things break, the queue in Redis${findRedis() ? '' : ` (${redisReason()})`}`, () => {
  it('I1–I9, F1, F5, F8: nothing acknowledged is lost, nothing is done twice, no clock rings early or never', async () => {
    const faults = faultsOf(OFFICE);
    const crew = { api: 1, worker: 2, projector: 1 };
    const report = await runFaults({ ...SETTINGS, faults, enough: faults.length, clients: 3, crew });
    console.log(inWords(report));
    expect({ violations: report.violations, faults: report.faults }).toEqual({ violations: [], faults: [] });
    expect(report.injected).toHaveLength(faults.length);
    // The run has been at the places where it matters.
    expect(report.pointsHit).toHaveLength(1);
    expect(report.acknowledged).toBeGreaterThan(20);
    expect(report.unknown).toBeGreaterThan(0);
    expect(report.unknownResolved).toBe(report.unknown);
    expect(report.lateness.rung).toBeGreaterThan(0);
  }, 400_000);

  it('F2, F4, F7, F18, F22, F24, I8: each clock runs out once, none early, and each late one has a reason', async () => {
    await timersWhileThingsBreak('redis');
  }, 400_000);
});

describe('while things break, the queue in PostgreSQL', () => {
  it('F2, F3, F8, F18, F23, I8: each clock runs out once, none early, and each late one has a reason', async () => {
    await timersWhileThingsBreak('postgres');
  }, 400_000);
});
