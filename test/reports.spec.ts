import { describe, expect, it } from '@jest/globals';
import {
  CHANNELS,
  ENDINGS,
  OUTCOMES,
  REJECTION_REASONS,
  RESPONDENT_KINDS,
  SATISFACTIONS,
  SCOPES,
} from '#complaint';
import { hasWordsInReports } from '#reporting';
import { RULEBOOK_KINDS } from '#rulebook';

describe('the words of printed figures', () => {
  it.each([
    ['channels', CHANNELS],
    ['kinds of operator', RESPONDENT_KINDS],
    ['decisions', OUTCOMES],
    ['grounds', REJECTION_REASONS],
    ['heads of the scope', SCOPES],
    ['outcomes', ENDINGS],
    ['satisfaction', SATISFACTIONS],
    ['what a term rests on', [...RULEBOOK_KINDS, 'promise']],
  ])('H21: every code of %s has its own', (_what, codes) => {
    expect(codes.filter((code) => !hasWordsInReports(code))).toEqual([]);
  });
});
