import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayInChina, startOfDayInChina } from './day.js';
import { boundsOf, hasEnded, isQuarter, quarterAt } from './quarter.js';

describe('a quarter', () => {
  it('is written with its year, and nothing else is one', () => {
    expect(['2026Q1', '2026Q4', '2099Q3'].every(isQuarter)).toBe(true);
    const others = ['2026Q0', '2026Q5', '2026q3', '2026-Q3', '1999Q4', '26Q3', ' 2026Q3', '2026Q33', ''];
    expect(others.filter(isQuarter)).toEqual([]);
    expect(() => boundsOf('2026Q5')).toThrow('no quarter');
  });

  it('begins at 00:00 in China on its first day and is over at 24:00 in China on its last', () => {
    expect(boundsOf('2026Q3')).toEqual({
      firstDay: '2026-07-01',
      lastDay: '2026-09-30',
      from: '2026-06-30T16:00:00.000Z',
      until: '2026-09-30T16:00:00.000Z',
    });
    expect(boundsOf('2027Q4')).toMatchObject({ lastDay: '2027-12-31', until: '2027-12-31T16:00:00.000Z' });
    expect(hasEnded('2026Q3', '2026-09-30T15:59:59.999Z')).toBe(false);
    expect(hasEnded('2026Q3', '2026-09-30T16:00:00.000Z')).toBe(true);
  });

  it('every day lies in exactly one, and they follow one another without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (number) => {
        const day = addDays('2000-01-01', number);
        const at = startOfDayInChina(day);
        const { firstDay, lastDay, from, until } = boundsOf(quarterAt(at));
        expect(firstDay <= day && day <= lastDay && from <= at && at < until).toBe(true);
        expect(boundsOf(quarterAt(until)).from).toBe(until);
        expect(dayInChina(until)).toBe(addDays(lastDay, 1));
      }),
    );
  });
});
