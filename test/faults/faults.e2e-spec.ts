import { describe, expect, it } from '@jest/globals';
import { findRedis, redisReason } from '#testing';
import { inWords } from './report.js';
import { runFaults } from './run.js';

const suite = findRedis() === undefined ? describe.skip : describe;

suite(`complaints are processed while things break${findRedis() ? '' : ` (${redisReason()})`}`, () => {
  it('I1–I9: nothing that was acknowledged is lost, nothing is done twice, no clock rings early or never', async () => {
    const report = await runFaults({ seed: 7, faultsMs: 240_000, enough: 12, clients: 3 });
    console.log(inWords(report));
    expect({ violations: report.violations, faults: report.faults }).toEqual({ violations: [], faults: [] });
    expect(report.injected.length).toBeGreaterThanOrEqual(12);
    // The run has been at the places where it matters.
    expect(report.pointsHit.length).toBeGreaterThanOrEqual(1);
    expect(report.acknowledged).toBeGreaterThan(20);
    expect(report.unknown).toBeGreaterThan(0);
    expect(report.unknownResolved).toBe(report.unknown);
    expect(report.clocks.missed + report.clocks.reminded).toBeGreaterThan(0);
  }, 400_000);
});
