import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { checked } from './check.js';
import { IsList, IsText, ListOf, MayBeMissing, Nested } from './decorators.js';
import { IsPerson, personsIn } from './persons.js';

class MemberDto {
  @IsPerson() id: string;
  @MayBeMissing() @IsText({ max: 20 }) certificate?: string;
}

class ConcernedDto {
  @IsPerson({ of: 'any-office' }) person: string;
}

class TeamDto {
  @IsList({ max: 3 }) @IsPerson({ each: true }) handlers: string[];
  @ListOf(() => MemberDto, { max: 3 }) members: MemberDto[];
  @Nested(() => ConcernedDto) about: ConcernedDto;
  @MayBeMissing() @IsPerson() assignee?: string;
  @IsText({ max: 20 }) reason: string;
}

const team = (changes: object = {}) => ({
  handlers: ['a', 'b'],
  members: [{ id: 'c', certificate: '1' }],
  about: { person: 'd' },
  reason: 'e',
  ...changes,
});

describe('whom a body names', () => {
  it('is found wherever a field is declared to name a person, with its place', () => {
    expect(personsIn(TeamDto)(team({ assignee: 'f' }))).toEqual([
      { pointer: '/handlers/0', id: 'a', of: 'own' },
      { pointer: '/handlers/1', id: 'b', of: 'own' },
      { pointer: '/members/0/id', id: 'c', of: 'own' },
      { pointer: '/about/person', id: 'd', of: 'any-office' },
      { pointer: '/assignee', id: 'f', of: 'own' },
    ]);
    expect(personsIn(TeamDto)(team({ handlers: [], members: [] }))).toEqual([
      { pointer: '/about/person', id: 'd', of: 'any-office' },
    ]);
  });

  it.each([' a', '', 'a\u0000', 'x'.repeat(256), 7])(
    '%j is refused before anybody is looked for',
    (assignee) => {
      expect(() => checked(TeamDto, team({ assignee }), 'body')).toThrow('validation-failed');
    },
  );
});
