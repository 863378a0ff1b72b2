import { describe, expect, it } from '@jest/globals';
import { type ProblemCatalogue, ProblemRegistry } from './catalogue.js';
import { preferredLanguage, problemDocument } from './document.js';
import { GENERIC_PROBLEMS } from './generic.js';

const sheet = { status: 409, title: { zh: '题', en: 'title' }, remedy: { zh: '办法', en: 'remedy' } };

describe('problem catalogue', () => {
  it('does not compile while a code has no sheet', () => {
    // @ts-expect-error 'b' has no sheet
    const incomplete = { a: sheet } satisfies ProblemCatalogue<'a' | 'b'>;
    expect(Object.keys(incomplete)).toEqual(['a']);
  });

  it('refuses a code declared twice, or not in kebab-case', () => {
    expect(() => new ProblemRegistry(GENERIC_PROBLEMS, { 'not-found': sheet })).toThrow('declared twice');
    expect(() => new ProblemRegistry({ notKebab: sheet })).toThrow('not kebab-case');
  });

  it('says something in both languages for every generic code', () => {
    const registry = new ProblemRegistry(GENERIC_PROBLEMS);
    for (const code of registry.codes()) {
      const document = problemDocument(registry, { code }, { language: 'en', path: '/x', traceId: 't' });
      expect(document.status).toBeGreaterThanOrEqual(400);
      expect(document.messages.zh.title).toMatch(/[\u4e00-\u9fff]/);
      expect(document.messages.zh.remedy).toMatch(/[\u4e00-\u9fff]/);
      expect(document.title).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe('preferred language', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['fr', 'zh'],
    ['en', 'en'],
    ['en-GB,zh;q=0.9', 'en'],
    ['en;q=0.8, zh-CN', 'zh'],
    ['en;q=0', 'zh'],
    ['en;q=abc', 'zh'],
    ['*', 'zh'],
    ['english', 'zh'],
  ])('%p leads to %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
