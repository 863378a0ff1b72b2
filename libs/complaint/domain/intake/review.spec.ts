import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { Journey, cn, contextAt, reviewOf, sealedFor } from '../fixture/complaint.js';
import { complaintDecider } from '../case/decider.js';
import { CONDITIONS, SCOPES } from './facts.js';

const review = specify(complaintDecider, contextAt(cn('2025-09-29'), 'registrar'));
const begun = () => new Journey().registered('2025-09-26').underReview('2025-09-28');
const complete = (change: Parameters<typeof reviewOf>[1] = {}, startedOn = '2025-09-20') =>
  ({ type: 'CompleteReview', data: reviewOf(startedOn, change) }) as const;

describe('the preliminary review', () => {
  it('G03: it starts a clock of 2 WD at registration, is met by the report, and the report starts the approval', () => {
    const journey = begun();
    expect(journey.clock('DL-REVIEW.RB-MANUAL.1')).toMatchObject({
      amount: 2,
      unit: 'WD',
      dueOn: '2025-09-29',
    });
    review
      .given(...journey.events)
      .when(complete())
      .then(
        {
          type: 'PreliminaryReviewCompleted',
          data: { reviewedBy: 'registrar', completedAt: cn('2025-09-29') },
        },
        { type: 'ClockMet', data: { clock: 'DL-REVIEW.RB-MANUAL.1', inTime: true } },
        {
          type: 'ClockStarted',
          data: { clock: 'DL-APPROVE.RB-MANUAL.1', amount: 2, unit: 'WD', dueOn: '2025-10-09' },
        },
      );
  });

  it('G03: only who has the review in hand reports; another takes it over first', () => {
    const journey = begun();
    const colleague = contextAt(cn('2025-09-29'), 'colleague');
    review
      .given(...journey.events)
      .when(complete(), colleague)
      .thenRefused('review-is-another-persons');
    journey.underReview('2025-09-29', 'colleague');
    review
      .given(...journey.events)
      .when(complete(), colleague)
      .thenAmongOthers({ type: 'PreliminaryReviewCompleted' });
    review
      .given(...journey.events)
      .when(complete())
      .thenRefused('review-is-another-persons', { reviewer: 'colleague' });
  });

  it('G03: a review is taken over while a supplement is awaited, and it is still awaited', () => {
    const journey = begun().does('registrar', '2025-09-28', {
      type: 'RequestSupplement',
      data: { items: ['evidence'], note: sealedFor('supplement.note') },
    });
    journey.underReview('2025-09-29', 'colleague');
    expect(journey.state).toMatchObject({ phase: 'awaiting-supplement', reviewer: 'colleague' });
    review
      .given(...journey.events)
      .when({ type: 'BeginReview', data: {} }, contextAt(cn('2025-09-29'), 'colleague'))
      .thenNothing();
  });

  it('G04: the review says whose matter it is, and names the competent one when it is not ours', () => {
    for (const jurisdiction of ['lower-level', 'other-tourism-office', 'other-department'] as const) {
      review
        .given(...begun().events)
        .when(complete({ jurisdiction }))
        .thenRefused('review-point-incomplete', { point: 'jurisdiction' });
      review
        .given(...begun().events)
        .when(complete({ jurisdiction, competent: '古城区' }))
        .thenAmongOthers({ type: 'PreliminaryReviewCompleted', data: { jurisdiction, competent: '古城区' } });
    }
  });

  it.each(SCOPES)('G05, %s: the head of scope is recorded', (scope) => {
    review
      .given(...begun().events)
      .when(complete({ scope: [scope] }))
      .thenAmongOthers({ type: 'PreliminaryReviewCompleted', data: { scope: [scope] } });
  });

  it.each(CONDITIONS)(
    'G06, %s: an unmet condition is recorded and goes to the leader all the same (A17)',
    (condition) => {
      review
        .given(...begun().events)
        .when(complete({ unmetConditions: [condition] }))
        .thenAmongOthers({ type: 'PreliminaryReviewCompleted', data: { unmetConditions: [condition] } });
    },
  );

  it('G07, A06: RB-2010 counts 90 days from the end of the contract; the last day is still in time', () => {
    const at = (startedOn: string) => {
      const answer = review.given(...begun().events).when(complete({}, startedOn));
      const [done] = answer.events;
      return done?.type === 'PreliminaryReviewCompleted' ? done.data.limitation[0] : undefined;
    };
    expect(at('2025-06-28')).toMatchObject({
      startBasis: 'contract-end',
      lastDay: '2025-09-26',
      inTime: true,
      verification: 'published',
    });
    expect(at('2025-06-26')).toMatchObject({ lastDay: '2025-09-24', inTime: false });
  });

  it('G07, A06: RB-2026 counts from the end of the performance period, and says that this is not verified', () => {
    const journey = new Journey().registered('2026-04-03').reviewed('2026-04-03', {}, '2026-01-02');
    expect(journey.all('PreliminaryReviewCompleted')[0]?.data.limitation[0]).toMatchObject({
      startBasis: 'performance-period-end',
      verification: 'unverified',
      lastDay: '2026-04-02',
      inTime: false,
    });
  });

  it('G07: judged by the day of receipt, however late the review', () => {
    const journey = new Journey().registered('2025-09-26').reviewed('2025-11-03', {}, '2025-06-28');
    expect(journey.all('PreliminaryReviewCompleted')[0]?.data.limitation[0]?.inTime).toBe(true);
  });

  it('A07: every claim is assessed, once, or the review is not complete', () => {
    const claim = { kind: 'other', details: {} };
    const { events } = new Journey()
      .registered('2025-09-26', { claims: [claim, claim] })
      .underReview('2025-09-28');
    const item = (index: number) => ({ claim: index, class: 'other' as const, startedOn: '2025-09-20' });
    for (const limitation of [
      [item(0)],
      [item(0), item(0)],
      [item(0), item(2)],
      [item(0), item(1), item(1)],
    ]) {
      review
        .given(...events)
        .when(complete({ limitation }))
        .thenRefused('limitation-not-assessed', { claims: [0, 1] });
    }
    review
      .given(...events)
      .when(complete({ limitation: [item(1), item(0)] }))
      .thenAmongOthers({ type: 'PreliminaryReviewCompleted' });
  });

  it.each(['2025-02-30', '1999-12-31', '2100-01-01', 'soon'])(
    'a limitation cannot run from %s',
    (startedOn) => {
      review
        .given(...begun().events)
        .when(complete({}, startedOn))
        .thenRefused('limitation-not-assessed', { startedOn: [startedOn] });
    },
  );

  it('G09: a review sent back is made anew; the approval clock runs on and is not started again', () => {
    const journey = begun().reviewed('2025-09-29');
    journey.does('leader', '2025-09-29 11:00', {
      type: 'ReturnReview',
      data: { reason: sealedFor('return.reason') },
    });
    expect(journey.state.phase).toBe('under-review');
    journey.reviewed('2025-09-30', { scope: ['S3'] });
    expect(journey.state).toMatchObject({ phase: 'awaiting-approval', review: { scope: ['S3'] } });
    expect(journey.all('ClockStarted').filter(({ data }) => data.code === 'DL-APPROVE')).toHaveLength(1);
    expect(journey.clock('DL-APPROVE.RB-MANUAL.1')).toMatchObject({ status: 'running', dueOn: '2025-10-09' });
  });

  it('G09: who reported does not send the own report back', () => {
    review
      .given(...begun().reviewed('2025-09-29').events)
      .when({ type: 'ReturnReview', data: { reason: sealedFor('return.reason') } })
      .thenRefused('decider-reviewed-the-case');
  });
});
