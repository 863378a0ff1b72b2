import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import type { CommandOf } from '../case/commands.js';
import { Journey, cn, complaintOf, contextAt, reviewOf, sealedFor } from '../fixture/complaint.js';

const review = specify(complaintDecider, contextAt(cn('2025-04-16'), 'registrar'));
const { respondent } = complaintOf(cn('2025-04-15'));
/** A complaint against an operator in that division; the contract was signed there too. */
const against = (division: string, journey = new Journey()) =>
  journey
    .registered('2025-04-15', {
      respondent: { ...respondent, division },
      contract: { signedDivision: division },
    })
    .underReview('2025-04-15');
const complete = (change: Partial<CommandOf<'CompleteReview'>['data']>) =>
  ({ type: 'CompleteReview', data: reviewOf('2025-04-15', change) }) as const;
const IN_COUNTY = '990101';
const OURS = '990199';

describe('the first point of the review', () => {
  it('G04: the finding is recorded beside what law and places say', () => {
    review
      .given(...against(IN_COUNTY).events)
      .when(complete({ jurisdiction: 'lower-level', competentOffice: 'county-1' }))
      .thenAmongOthers(
        {
          type: 'JurisdictionDetermined',
          data: {
            recorded: 'lower-level',
            recordedOffice: 'county-1',
            determination: { finding: 'lower-level', offices: ['county-1'], rulebook: 'RB-2010' },
          },
        },
        {
          type: 'PreliminaryReviewCompleted',
          data: { competent: 'county-1 局', competentOffice: 'county-1' },
        },
      );
  });

  it('G04, G50: a finding that differs needs its reason, which is kept', () => {
    const given = review.given(...against(IN_COUNTY).events);
    given.when(complete({})).thenRefused('jurisdiction-differs-without-reason', {
      determined: 'lower-level',
      offices: ['county-1'],
      recorded: 'own-level',
    });
    given
      .when(complete({ jurisdiction: 'lower-level', competentOffice: 'county-2' }))
      .thenRefused('jurisdiction-differs-without-reason');
    given.when(complete({ jurisdictionReason: sealedFor('reason') })).thenAmongOthers({
      type: 'JurisdictionDetermined',
      data: { recorded: 'own-level', reason: { field: 'reason' } },
    });
  });

  it('G04: where the places are not known the reviewer finds as he does, and nothing is recorded beside it', () => {
    const types = review
      .given(...new Journey().registered('2025-04-15').underReview('2025-04-15').events)
      .when(complete({}))
      .events.map(({ type }) => type);
    expect(types).not.toContain('JurisdictionDetermined');
  });

  it('G04: an office of this installation that is named fits the finding', () => {
    const given = review.given(...against(OURS).events);
    for (const [jurisdiction, competentOffice] of [
      ['lower-level', 'office-2'],
      ['lower-level', 'nowhere'],
      ['other-tourism-office', 'county-1'],
      ['other-tourism-office', 'office-1'],
      ['other-department', 'office-2'],
      ['own-level', 'county-1'],
    ] as const) {
      given
        .when(complete({ jurisdiction, competentOffice, jurisdictionReason: sealedFor('reason') }))
        .thenRefused('competent-office-unfit', { competentOffice });
    }
  });

  it('G50: what must be stopped at once is judged by the place of the harm', () => {
    const journey = new Journey()
      .registered('2025-04-15', {
        respondent: { ...respondent, division: OURS },
        harmDivision: '990205',
      })
      .underReview('2025-04-15');
    const finding = { jurisdiction: 'other-tourism-office', competentOffice: 'office-2' } as const;
    review
      .given(...journey.events)
      .when(complete({ ...finding, urgentStop: true }))
      .thenAmongOthers({ type: 'JurisdictionDetermined', data: { urgentStop: true } });
    review
      .given(...journey.events)
      .when(complete(finding))
      .thenRefused('jurisdiction-differs-without-reason');
  });
});
