import { describe, expect, it } from '@jest/globals';
import { SHIPPED, START_FACTS } from '#rulebook';
import { startName } from './start-names.js';

describe('what starts a term, in words', () => {
  const starts = [...new Set(SHIPPED.all.flatMap(({ terms }) => terms.map(({ start }) => start)))];

  it.each([...starts, ...START_FACTS, 'callback-promised'])('%s has words in both languages', (start) => {
    const [zh, en] = [startName(start, 'zh'), startName(start, 'en')];
    expect(zh).toMatch(/^\p{Script=Han}+$/u);
    expect(en).toMatch(/^[a-z][a-z ]+$/);
  });

  it('a code that is not known stands for itself', () => {
    expect(startName('sun-has-risen', 'zh')).toBe('sun-has-risen');
    expect(startName('toString', 'en')).toBe('toString');
  });
});
