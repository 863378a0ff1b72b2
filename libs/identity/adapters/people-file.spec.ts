import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PeopleUnusable } from '../domain/people.js';
import { peopleFromFile } from './people-file.js';

const folder = mkdtempSync(join(tmpdir(), 'people-'));
const EMPLOYERS = {
  office: (id: string) => id === 'yunhai',
  operator: (id: string) => id === 'qingshan',
};

function read(text: string) {
  const path = join(folder, 'people.json');
  writeFileSync(path, text);
  return peopleFromFile(path, EMPLOYERS);
}

const OFFICER = { id: 'officer1', office: 'yunhai' };
const CLERK = { id: 'clerk', operator: 'qingshan' };

describe('the people of an installation', () => {
  it('are of an office or of an operator', () => {
    const people = read(JSON.stringify([OFFICER, CLERK]));
    const [named] = [[{ pointer: '/a', id: 'officer1', of: 'own' as const }]];
    const by = { id: 'x', name: 'x', roles: [] };
    expect(people.objectionTo(named, { ...by, officeId: 'yunhai' })).toBeUndefined();
    expect(people.objectionTo(named, { ...by, officeId: '', operatorId: 'qingshan' })).toBeDefined();
  });

  it.each<[string, unknown, string]>([
    ['there is no list', {}, 'does not hold a list'],
    ['an id is missing', [{ office: 'yunhai' }], 'person 1 in .* has no id as a token carries it'],
    ['an id is no id of a token', [{ ...OFFICER, id: '陆知远' }], 'person 1 .陆知远. in .* has no id'],
    ['somebody is of nothing', [OFFICER, { id: 'b' }], 'person 2 .b. in .* is of one office or of one'],
    ['somebody is of both', [{ ...OFFICER, operator: 'qingshan' }], 'is of one office or of one operator'],
    [
      'there is no such office',
      [{ id: 'b', office: 'nowhere' }],
      'of an office that there is not: "nowhere"',
    ],
    ['an office is no text', [{ id: 'b', office: ['yunhai'] }], 'of an office that there is not'],
    ['there is no such operator', [{ id: 'b', operator: 'x' }], 'of an operator that there is not: "x"'],
    ['a field is unknown', [{ ...OFFICER, roles: ['leader'] }], 'fields that there are not: roles'],
    ['an entry is no object', [null], 'person 1 in .* has no id'],
    ['two ids read the same', [OFFICER, { ...CLERK, id: 'OFFICER1' }], 'which read the same'],
  ])('are refused when %s', (_, entries, message) => {
    expect(() => read(JSON.stringify(entries))).toThrow(new RegExp(message));
    expect(() => read(JSON.stringify(entries))).toThrow(PeopleUnusable);
  });

  it('are refused when the file cannot be read', () => {
    expect(() => read('[')).toThrow('cannot be read');
    expect(() => peopleFromFile(join(folder, 'none.json'), EMPLOYERS)).toThrow(PeopleUnusable);
  });
});
