import { describe, expect, it } from '@jest/globals';
import { SHIPPED, type Rulebook, type TermRule } from '#rulebook';
import { specify } from '#testing';
import { possibleActions } from '../case/allowed-actions.js';
import { complaintDecider } from '../case/decider.js';
import { cn, contextAt, Journey, sealedFor } from '../fixture/complaint.js';

const LAW = 'DL-DISPOSE.RB-2010.1';
const MEDIATE = 'DL-MEDIATE.RB-MANUAL.1';
const as = (now: string) => specify(complaintDecider, contextAt(cn(now), 'officer'));
const agreements = { complainant: sealedFor('agreement'), respondent: sealedFor('agreement') };
const appraisal = (startedAt: string) =>
  ({
    type: 'PauseForAppraisal',
    data: { pauseId: 'p', body: '检验所', matter: sealedFor('matter'), agreements, startedAt: cn(startedAt) },
  }) as const;

/** Decided on Thu 2025-04-17: the 60 CD of the law end on Mon 06-16. */
const filed = (rulebook?: (id: string) => Rulebook) =>
  new Journey(rulebook).registered('2025-04-15').reviewed('2025-04-16').filed('2025-04-17');

/** The rulebooks with the terms of one code changed. */
const shippedWith = (code: TermRule['code'] | 'all', change: Partial<TermRule>) => (id: string) => {
  const shipped = SHIPPED.byId(id);
  const terms = shipped.terms.map((term) =>
    code === 'all' || term.code === code ? { ...term, ...change } : term,
  );
  return { ...shipped, terms };
};

describe('a pause that stops no clock', () => {
  it('G55: a pause that began when no clock ran that it stops is refused, with those that it stops; one that began before is taken', () => {
    const { events } = filed().ringsUntil('2025-06-17');
    as('2025-06-18')
      .given(...events)
      .when(appraisal('2025-06-17'))
      .thenRefused('pause-stops-no-clock', {
        reason: 'expert-appraisal',
        since: '2025-06-17',
        clocks: [LAW],
      });
    as('2025-06-18')
      .given(...events)
      .when(appraisal('2025-06-16'))
      .thenAmongOthers(
        { type: 'CasePaused' },
        { type: 'ClockReassessed', data: { clock: LAW, is: 'running' } },
      );
  });

  it('G55, A09: a clock that was kept since ran when a pause began that is recorded late', () => {
    const kept = filed(
      shippedWith('DL-MEDIATE', { pauses: ['expert-appraisal'], stop: ['document-served:D05'] }),
    )
      .issued('D05', '2025-04-17')
      .served('D05', '2025-05-28');
    expect(kept.clock(MEDIATE).status).toBe('met-late');
    kept.appraised('2025-05-06', '2025-06-02');
    expect(kept.clock(MEDIATE).status).toBe('met');
  });

  it('G55: where no rulebook of the case knows the reason it cannot be asked for, and the list says so', () => {
    const none = filed(shippedWith('all', { pauses: [] }));
    const context = contextAt(cn('2025-05-06'), 'officer');
    const refusals = possibleActions(none.state, context)
      .filter(({ action }) => action.startsWith('Pause'))
      .map(({ action, refusal }) => [action, refusal?.refused, refusal?.facts]);
    expect(refusals).toEqual([
      ['PauseForAppraisal', 'pause-stops-no-clock', { reason: 'expert-appraisal', clocks: [] }],
      ['PauseAtPartiesRequest', 'pause-stops-no-clock', { reason: 'parties-request', clocks: [] }],
    ]);
  });
});
