import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains } from '#kernel';
import { OFFICES, TREE } from '../fixture/complaint.js';
import type { Office } from './office.js';
import { OfficeTree, problemsOfOffices } from './tree.js';

const changed = (id: string, change: Partial<Office>): readonly Office[] =>
  OFFICES.map((office) => (office.id === id ? { ...office, ...change } : office));

describe('the tree of offices', () => {
  it('knows who stands above whom, nearest first, and who below', () => {
    expect(TREE.superiorsOf('county-1')).toEqual(['office-1', 'province']);
    expect(TREE.superiorsOf('elsewhere')).toEqual([]);
    expect(TREE.subtreeOf('office-1')).toEqual(['office-1', 'county-1', 'county-2']);
    expect(TREE.directlyBelow('province')).toEqual(['office-1', 'office-2']);
    expect(TREE.isAbove('province', 'county-1')).toBe(true);
    expect(TREE.isAbove('county-1', 'county-1')).toBe(false);
    expect([TREE.superiorsOf('unknown'), TREE.subtreeOf('unknown')]).toEqual([[], []]);
  });

  it('G50: finds the common superior of two, which may be one of them', () => {
    expect(TREE.commonSuperior('county-1', 'county-2')).toBe('office-1');
    expect(TREE.commonSuperior('county-1', 'office-2')).toBe('province');
    expect(TREE.commonSuperior('office-1', 'county-2')).toBe('office-1');
    expect(TREE.commonSuperior('county-2', 'office-1')).toBe('office-1');
    expect(TREE.commonSuperior('county-1', 'elsewhere')).toBeUndefined();
  });

  it('finds the office of the narrowest area around a place', () => {
    const at = (place: string) => TREE.officeAt(place)?.id;
    expect([at('990101'), at('990199'), at('990100'), at('990305'), at('980102'), at('110105')]).toEqual([
      'county-1',
      'office-1',
      'office-1',
      'province',
      'elsewhere',
      undefined,
    ]);
  });

  it.each<[string, readonly Office[], string]>([
    [
      'two of one id',
      changed('office-2', { id: 'office-1' }),
      'office office-1: another office has the same id',
    ],
    [
      'two of one area',
      changed('office-2', { division: '990100' }),
      'office office-2: its division 990100 is that of the office office-1',
    ],
    [
      'a level that there is not',
      changed('office-2', { level: 'district' as never }),
      'office office-2: its level "district" is none of province, city, county',
    ],
    [
      'a code that there is not',
      changed('office-2', { division: '9902' }),
      'office office-2: its division "9902" is no code of GB/T 2260 (six digits, such as 530100)',
    ],
    [
      'a code of another level',
      changed('office-2', { division: '990201' }),
      'office office-2: its division 990201 is not that of a city',
    ],
    [
      'a parent that is unknown',
      changed('office-2', { parent: 'nowhere' }),
      'office office-2: its parent nowhere is not in the list',
    ],
    ['its own parent', changed('office-2', { parent: 'office-2' }), 'office office-2: it is its own parent'],
    [
      'a parent of no higher level',
      changed('office-2', { parent: 'office-1' }),
      'office office-2: its parent office-1 is a city, which is not above a city',
    ],
    [
      'a parent elsewhere',
      changed('office-2', { parent: 'elsewhere' }),
      'office office-2: its division 990200 does not lie in that of its parent elsewhere, 980000',
    ],
  ])('refuses %s, and names the entry', (_what, offices, problem) => {
    expect(problemsOfOffices(offices)).toContain(problem);
    expect(() => new OfficeTree(offices)).toThrow();
  });

  it('refuses every circle: each office in one would have to be of a higher level than itself', () => {
    const circle = changed('province', { parent: 'county-1' });
    expect(problemsOfOffices(circle)).toContain(
      'office province: its parent county-1 is a county, which is not above a province',
    );
  });

  it('whatever is not refused is a tree: nobody stands above himself, areas lie in those above, and the rest agrees', () => {
    const LEVELS = ['province', 'city', 'county'] as const;
    const code = fc.constantFrom(
      '990000',
      '990100',
      '990101',
      '990102',
      '990200',
      '990201',
      '980000',
      '980100',
    );
    const office = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      level: fc.constantFrom(...LEVELS),
      division: code,
      parent: fc.constantFrom(undefined, 'a', 'b', 'c', 'd', 'e'),
    });
    let trees = 0;
    fc.assert(
      fc.property(
        fc.uniqueArray(office, { selector: ({ id }) => id, minLength: 1, maxLength: 5 }),
        (list) => {
          const offices = list.map((one) => ({
            ...one,
            name: { zh: one.id, en: one.id },
            word: one.id,
            internalRulebook: 'RB-MANUAL',
          }));
          if (problemsOfOffices(offices).length > 0) return;
          trees += 1;
          const tree = new OfficeTree(offices);
          for (const { id, division } of offices) {
            expect(tree.isAbove(id, id)).toBe(false);
            for (const above of tree.superiorsOf(id)) {
              expect(contains(tree.find(above)?.division ?? '', division)).toBe(true);
              expect(tree.subtreeOf(above)).toContain(id);
            }
            for (const { id: other } of offices) {
              const common = tree.commonSuperior(id, other);
              expect(tree.commonSuperior(other, id)).toBe(common);
              if (common !== undefined)
                expect([id, other].every((one) => tree.subtreeOf(common).includes(one))).toBe(true);
            }
          }
        },
      ),
      { numRuns: 3000 },
    );
    // Most lists are refused; some have to come through, or nothing was looked at.
    expect(trees).toBeGreaterThan(10);
  });
});
