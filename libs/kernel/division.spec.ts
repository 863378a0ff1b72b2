import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains, depthOf, isDivision } from './division.js';

const two = fc.integer({ min: 1, max: 99 }).map((number) => String(number).padStart(2, '0'));

describe('codes of administrative divisions (GB/T 2260)', () => {
  it.each(['110000', '530100', '530102', '429004', '990121'])('%s is one', (code) => {
    expect(isDivision(code)).toBe(true);
  });

  it.each(['', '53', '53010', '5301020', '053010', '530001', '53010a', '５３０１０２', ' 530102'])(
    '"%s" is none',
    (code) => {
      expect(isDivision(code)).toBe(false);
    },
  );

  it('a county lies in its city and its province, and nothing wider lies in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 99 }), two, two, (province, city, county) => {
        const [whole, part, place] = [
          `${province}0000`,
          `${province}${city}00`,
          `${province}${city}${county}`,
        ] as const;
        expect([whole, part, place].map(depthOf)).toEqual([1, 2, 3]);
        expect([whole, part, place].every((area) => contains(area, place))).toBe(true);
        expect([contains(place, part), contains(part, whole), contains(place, whole)]).toEqual([
          false,
          false,
          false,
        ]);
      }),
    );
  });
});
