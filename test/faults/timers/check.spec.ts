import { describe, expect, it } from '@jest/globals';
import type { Injected } from '../nemesis.js';
import { latenessOfRungs } from '../lateness.js';
import { realMomentOf } from '../office-time.js';
import { checkClocks, type ClockFact, type ClockRow } from './check.js';

/** Real time begins at 0, and the office is a day ahead of it. */
const DAY = 86_400_000;
const MOVES = [{ at: 0, aheadMs: DAY }];
const office = (realMs: number): string => new Date(realMs + DAY).toISOString();

const set = (dueAt: number, revision = 0, writtenAt = 100): ClockFact => ({
  stream: 'clock-1',
  type: 'ClockSet',
  revision,
  at: office(dueAt),
  writtenAt,
});
const ranOut = (writtenAt: number, revision = 0): ClockFact => ({
  stream: 'clock-1',
  type: 'ClockRanOut',
  revision,
  writtenAt,
});
const row = (state: string, revision = 0): ClockRow => ({ timerId: 'clock-1', revision, state });
const check = (facts: readonly ClockFact[], rows: readonly ClockRow[]) =>
  checkClocks(facts, rows, MOVES, DAY + 10_000);

describe('the check of the timers alone', () => {
  it('I8: finds nothing where each clock ran out once, after its moment', () => {
    const { lost, early, doubled, untrue, rungs } = check([set(5_000), ranOut(5_020)], [row('fired')]);
    expect({ lost, early, doubled, untrue }).toEqual({ lost: [], early: [], doubled: [], untrue: [] });
    expect(rungs).toEqual([{ timer: 'clock-1', dueAt: 5_000, rangAt: 5_020 }]);
  });

  it('I8: finds a clock that never ran out', () => {
    expect(check([set(5_000)], [row('pending')]).lost).toHaveLength(1);
    expect(check([set(20_000)], [row('pending')]).lost).toEqual([]);
  });

  it('I8: finds a clock that ran out early, by real time', () => {
    expect(check([set(5_000), ranOut(4_990)], [row('fired')]).early).toEqual(['clock-1 ran out 10 ms early']);
  });

  it('I8: finds a clock that ran out twice, at an old revision, or after it was met', () => {
    expect(check([set(5_000), ranOut(5_010), ranOut(5_020)], [row('fired')]).doubled).toHaveLength(1);
    expect(check([set(900), set(5_000, 1, 800), ranOut(950, 0)], [row('pending', 1)]).doubled).toHaveLength(
      1,
    );
    const met = { stream: 'clock-1', type: 'ClockMet', writtenAt: 200 };
    expect(check([set(5_000), met, ranOut(5_010)], [row('cancelled')]).doubled).toHaveLength(1);
  });

  it('I7: finds a row that says something else than the log', () => {
    expect(check([set(5_000), ranOut(5_010)], [row('pending')]).untrue).toHaveLength(1);
    expect(check([set(5_000), ranOut(5_010)], []).untrue).toHaveLength(1);
  });
});

describe('lateness', () => {
  const fault = (began: number, recoveryMs: number, lingersMs = 0): Injected => ({
    kind: 'worker killed',
    model: ['F2'],
    at: 0,
    began,
    recoveryMs,
    lingersMs,
  });

  it('is explained by what was broken while it should have rung, and by nothing that was over', () => {
    const rung = { timer: 'clock-1', dueAt: 5_000, rangAt: 9_000 };
    const because = (injected: readonly Injected[]) => latenessOfRungs([rung], injected).late[0]?.because;
    expect(because([fault(4_000, 2_000)])).toBe('worker killed');
    expect(because([fault(1_000, 2_000)])).toBeUndefined();
    expect(because([fault(1_000, 2_000, 3_000)])).toBe('worker killed');
    expect(because([fault(9_500, 2_000)])).toBeUndefined();
  });

  it('within two seconds is none', () => {
    const rungs = [{ timer: 'clock-1', dueAt: 5_000, rangAt: 6_900 }];
    expect(latenessOfRungs(rungs, [])).toMatchObject({ rung: 1, p50: 1_900, late: [] });
  });
});

describe('the moment of the office in real time', () => {
  const moves = [
    { at: 0, aheadMs: 0 },
    { at: 1_000, aheadMs: 50_000 },
    { at: 2_000, aheadMs: 90_000 },
  ];

  it('is that of the move that jumped over it', () => {
    expect(realMomentOf(20_000, moves)).toBe(1_000);
    expect(realMomentOf(91_000, moves)).toBe(2_000);
  });

  it('is when it came by itself between two moves, or after the last', () => {
    expect(realMomentOf(700, moves)).toBe(700);
    expect(realMomentOf(51_500, moves)).toBe(1_500);
    expect(realMomentOf(97_000, moves)).toBe(7_000);
  });
});
