import { describe, expect, it } from '@jest/globals';
import type { Injected } from '../nemesis.js';
import { latenessOfRungs } from '../lateness.js';
import { realMomentOf } from '../office-time.js';
import { checkClocks, type ClockFact, type ClockRow } from './check.js';

/** Real time begins at 0, and the office is a day ahead of it. */
const DAY = 86_400_000;
const MOVES = [{ at: 0, aheadMs: DAY }];
const office = (realMs: number): string => new Date(realMs + DAY).toISOString();

const set = (dueAt: number, revision = 0, writtenAt = 100, warnAt = dueAt - 1_000): ClockFact => ({
  ...{ stream: 'clock-1', type: 'ClockSet', revision, at: office(dueAt), warnAt: office(warnAt), writtenAt },
});
const warned = (writtenAt: number, revision = 0): ClockFact => ({
  ...{ stream: 'clock-1', type: 'ClockWarned', revision, writtenAt },
});
const ranOut = (writtenAt: number, revision = 0): ClockFact => ({
  ...{ stream: 'clock-1', type: 'ClockRanOut', revision, writtenAt },
});
const rows = (warning: string, due: string, revision = 0): readonly ClockRow[] => [
  { timerId: 'clock-1/warning', revision, state: warning },
  { timerId: 'clock-1/due', revision, state: due },
];
const check = (facts: readonly ClockFact[], table: readonly ClockRow[]) =>
  checkClocks(facts, table, MOVES, DAY + 10_000);
const NOTHING = { lost: [], early: [], doubled: [], untrue: [] };

describe('the check of the timers alone', () => {
  it('I8: finds nothing where each clock warned and ran out once, after its moment', () => {
    const { rungs, ...found } = check([set(5_000), warned(4_010), ranOut(5_020)], rows('fired', 'fired'));
    expect(found).toEqual({ clocks: 1, ...NOTHING });
    expect(rungs).toEqual([
      { timer: 'clock-1/warning', dueAt: 4_000, rangAt: 4_010 },
      { timer: 'clock-1/due', dueAt: 5_000, rangAt: 5_020 },
    ]);
  });

  it('I8: finds a clock that never ran out, and one that never warned', () => {
    expect(check([set(5_000), warned(4_010)], rows('fired', 'pending')).lost).toEqual([
      'clock-1/due never rang',
    ]);
    expect(check([set(10_500)], rows('pending', 'pending')).lost).toEqual(['clock-1/warning never rang']);
    expect(check([set(20_000)], rows('pending', 'pending')).lost).toEqual([]);
    // One that had not come when the clock ran out was that late, and has to be explained.
    const { rungs, ...found } = check([set(5_000), ranOut(5_010)], rows('superseded', 'fired'));
    expect(found).toEqual({ clocks: 1, ...NOTHING });
    expect(rungs).toContainEqual({ timer: 'clock-1/warning', dueAt: 4_000, rangAt: 5_010 });
  });

  it('I8: finds a clock that ran out or warned early, by real time', () => {
    const early = (...facts: readonly ClockFact[]) => check(facts, rows('fired', 'fired')).early;
    expect(early(set(5_000), warned(4_010), ranOut(4_990))).toEqual(['clock-1/due rang 10 ms early']);
    expect(early(set(5_000), warned(3_990), ranOut(5_000))).toEqual(['clock-1/warning rang 10 ms early']);
  });

  it('I8: finds what rang twice, at an old revision, or after it was met or had run out', () => {
    const doubled = (...facts: readonly ClockFact[]) => check(facts, rows('fired', 'fired')).doubled;
    expect(doubled(set(5_000), ranOut(5_010), ranOut(5_020))).toHaveLength(1);
    expect(doubled(set(5_000), warned(4_010), warned(4_020))).toHaveLength(1);
    expect(doubled(set(5_000), ranOut(5_010), warned(5_020))).toHaveLength(1);
    expect(doubled(set(900), set(5_000, 1, 800), ranOut(950, 0))).toHaveLength(1);
    const met = { stream: 'clock-1', type: 'ClockMet', writtenAt: 200 };
    expect(doubled(set(5_000), met, ranOut(5_010))).toHaveLength(1);
  });

  it('I7: finds a row that says something else than the log', () => {
    expect(check([set(5_000), ranOut(5_010)], rows('superseded', 'pending')).untrue).toHaveLength(1);
    expect(check([set(5_000), ranOut(5_010)], rows('pending', 'fired')).untrue).toHaveLength(1);
    expect(check([set(5_000), ranOut(5_010)], []).untrue).toHaveLength(2);
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
