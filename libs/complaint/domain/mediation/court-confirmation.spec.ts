import { describe, expect, it } from '@jest/globals';
import { contextAt, cn, type Journey } from '../fixture/complaint.js';
import { ENDED_AS } from '../fixture/ends.js';
import { isDecided, type DecidedComplaint } from '../case/state.js';
import { confirmableUntil } from './court-confirmation.js';

const agreed = (day: string): DecidedComplaint => decidedOf(ENDED_AS.agreed(day));
function decidedOf({ state }: Journey): DecidedComplaint {
  if (!isDecided(state)) throw new Error(state.phase);
  return state;
}
const until = (state: DecidedComplaint, agreedOn: string) =>
  confirmableUntil(state, cn(agreedOn), contextAt(cn(agreedOn), 'officer'));

describe('G63: until when both parties can ask a court to confirm their agreement', () => {
  it('G63: thirty calendar days from the day on which both signed, with the article, and that the court says for whom', () => {
    expect(until(agreed('2025-04-15'), '2025-04-22')).toEqual({
      until: '2025-05-22',
      provisional: false,
      article: expect.stringContaining('民事诉讼法'),
      verification: 'published',
      eligibility: 'said-by-the-court',
    });
  });

  it('G63: a period that ends on a rest day ends on the next working day, and beyond the last notice the day may move', () => {
    // The thirtieth day is Thu 2025-10-02, of National Day.
    expect(until(agreed('2025-04-15'), '2025-09-02')).toMatchObject({ until: '2025-10-09' });
    expect(until(agreed('2025-04-15'), '2026-12-10')).toMatchObject({ provisional: true });
  });

  it('G63: stands in the mediation document that both get', () => {
    const [document] = agreed('2025-04-15').documents.filter(({ kind }) => kind === 'D14');
    expect(document?.contents).toMatchObject({ courtConfirmation: { eligibility: 'said-by-the-court' } });
  });

  it('G63: there is none for an agreement of before the law knew it, nor where the law does not', () => {
    const state = agreed('2025-04-15');
    expect(until(state, '2021-12-31')).toBeUndefined();
    const [before] = [state.registration.rulebooks];
    const old = { ...state.registration, rulebooks: { ...before, statutory: 'RB-1997' } };
    expect(until({ ...state, registration: old }, '2025-04-22')).toBeUndefined();
  });
});
