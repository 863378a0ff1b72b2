import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canariesOf, canaryPerson, findCanaries } from './canary.js';

const person = canaryPerson();
const formsIn = (text: string, canary: string) =>
  findCanaries([canary], [{ where: 'text', text }]).map(({ form }) => form);

describe('findCanaries', () => {
  it('finds nothing where nothing is, masked and sealed texts included', () => {
    const clean = [
      { where: 'log', text: '{"level":30,"msg":"registered","phone":"100****1234","name":"金**"}' },
      { where: 'empty', text: '' },
    ];
    expect(findCanaries(canariesOf(person, canaryPerson()), clean)).toEqual([]);
  });

  it('finds every text of a person, and says where', () => {
    for (const canary of canariesOf(person)) {
      const seen = findCanaries(canariesOf(person), [{ where: 'log', text: `… ${canary} …` }]);
      expect(seen).toContainEqual({ canary, where: 'log', form: 'plain' });
    }
  });

  it.each([
    [
      'json',
      (text: string) => text.replace(/./gsu, (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase()}`),
    ],
    ['url', (text: string) => `?q=${encodeURIComponent(text)}`],
    ['hex', (text: string) => `\\x${Buffer.from(text).toString('hex').toUpperCase()}`],
  ])('sees a name written as %s', (form, write) => {
    expect(formsIn(write(person.name), person.name)).toEqual([form]);
  });

  it('sees a text in base64 whatever stands before and after it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom(...canariesOf(person)),
        (before, after, canary) => {
          const bytes = Buffer.from(`${before}${canary}${after}`);
          expect(formsIn(bytes.toString('base64'), canary)).toContain('base64');
          expect(formsIn(bytes.toString('base64url'), canary).join()).toContain('base64');
        },
      ),
    );
  });

  it('names a plain sighting once', () => {
    expect(formsIn(`tel ${person.phone}`, person.phone)).toEqual(['plain']);
    expect(formsIn(`Mx ${person.latinName}`, person.latinName)).toEqual(['plain']);
  });

  it('gives no two people the same text, and refuses canaries too short to mean anything', () => {
    const all = canariesOf(...Array.from({ length: 200 }, canaryPerson));
    expect(new Set(all).size).toBe(all.length);
    expect(() => findCanaries(['陈'], [])).toThrow(/short/);
  });
});
