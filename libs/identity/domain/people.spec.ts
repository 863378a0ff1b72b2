import { describe, expect, it } from '@jest/globals';
import { People, type Named } from './people.js';
import type { Principal } from './principal.js';

const of = (officeId: string, id: string) => ({ id, officeId });
const ofOperator = (operatorId: string, id: string) => ({ id, officeId: '', operatorId });
const people = new People([
  of('yunhai', 'officer1'),
  of('yunhai', 'leader'),
  of('shiqiao', 'shiqiao-officer'),
  ofOperator('shanshui', 'agent'),
  ofOperator('shuncheng', 'guide'),
]);
const principal = (id: string, more: Partial<Principal>): Principal => ({
  ...{ id, name: id, roles: [], officeId: '' },
  ...more,
});
const LEADER = principal('leader', { officeId: 'yunhai' });
const MANAGER = principal('manager', { operatorId: 'shanshui' });
const named = (ids: readonly string[], among: Named['of'] = 'own'): Named[] =>
  ids.map((id, index) => ({ pointer: `/investigators/${index}`, id, of: among }));
const refused = (by: Principal, ...named_: Parameters<typeof named>) =>
  people.objectionTo(named(...named_), by)?.facts;

describe('whom a command can name', () => {
  it.each(['Officer1', 'ｏfficer1', 'OFFICER1', 'ｏｆｆｉｃｅｒ１'])(
    'G22, G62: %s is not another person than officer1, and not the same id: it says who is meant',
    (id) => {
      expect(refused(LEADER, ['officer1', id])).toEqual({
        persons: [id],
        fields: ['/investigators/1'],
        meant: ['officer1'],
      });
    },
  );

  it.each(['陆知远', 'nobody-at-all', 'ghost', 'no-such-person', '', '__proto__', 'constructor'])(
    'G22: %j is nobody',
    (id) => {
      expect(refused(LEADER, [id])).toEqual({ persons: [id], fields: ['/investigators/0'], meant: [] });
    },
  );

  it('H17: who names himself with another capital letter is nobody, not somebody else', () => {
    expect(refused(LEADER, ['Leader'], 'any-office')).toMatchObject({
      persons: ['Leader'],
      meant: ['leader'],
    });
  });

  it('an office names its own people, those of another office only where the field allows it, never an operator’s', () => {
    expect(refused(LEADER, ['officer1', 'leader'])).toBeUndefined();
    expect(refused(LEADER, ['shiqiao-officer'])).toMatchObject({ persons: ['shiqiao-officer'], meant: [] });
    expect(refused(LEADER, ['shiqiao-officer', 'officer1'], 'any-office')).toBeUndefined();
    for (const among of ['own', 'any-office'] as const)
      expect(refused(LEADER, ['agent', 'guide'], among)).toMatchObject({
        persons: ['agent', 'guide'],
        meant: [],
      });
  });

  it('B10: an operator names its own people, and learns of no others', () => {
    expect(refused(MANAGER, ['agent'])).toBeUndefined();
    expect(refused(MANAGER, ['agent', 'Agent'])).toMatchObject({ persons: ['Agent'], meant: ['agent'] });
    expect(refused(MANAGER, ['guide', 'officer1', 'Guide'])).toEqual({
      persons: ['guide', 'officer1', 'Guide'],
      fields: ['/investigators/0', '/investigators/1', '/investigators/2'],
      meant: [],
    });
  });

  it('nobody named is nothing to object to', () => {
    expect(people.objectionTo([], LEADER)).toBeUndefined();
  });

  it.each(['officer1', 'Officer1', 'ｏfficer1'])('officer1 and %s cannot both be people', (id) => {
    expect(() => new People([of('yunhai', 'officer1'), of('linhai', id)])).toThrow(
      `two people have the ids "officer1" and "${id}", which read the same`,
    );
  });
});
