import { describe, expect, it } from '@jest/globals';
import { Journey } from '../fixture/complaint.js';

describe('what is said of the sum of the stages (A01)', () => {
  const foreseen = (on: string) => new Journey().registered(on).all('ChainOverrunForeseen')[0]?.data;

  it('a date that rests on a year without a published notice is provisional, and every later stage with it', () => {
    // Tue 2026-12-29: the law's two days and the review end within the year that is known, the approval beyond it.
    expect(foreseen('2026-12-29')).toMatchObject({ statutoryEndsOn: '2026-12-31' });
    expect(foreseen('2026-12-29')).not.toHaveProperty('provisional');
    const [path] = foreseen('2026-12-29')?.paths ?? [];
    expect(path?.provisional).toBe(true);
    expect(path?.steps.map(({ code, provisional }) => [code, provisional])).toEqual([
      ['DL-REVIEW', undefined],
      ['DL-APPROVE', true],
    ]);
    expect(foreseen('2026-12-30')?.provisional).toBe(true);
  });

  it('one that does not is not marked', () => {
    expect(JSON.stringify(foreseen('2026-04-13'))).not.toContain('provisional');
  });
});
