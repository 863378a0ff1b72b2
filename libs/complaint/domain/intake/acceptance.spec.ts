import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import type { CommandOf } from '../case/commands.js';
import { complaintDecider } from '../case/decider.js';
import { REJECTION_REASONS, type Condition, type RejectionReason } from './facts.js';

type Decision = CommandOf<'DecideAcceptance'>['data'];
type Review = CommandOf<'CompleteReview'>['data'];

const reported = (review: Partial<Review> = {}, startedOn?: string) =>
  new Journey().registered('2025-04-15').reviewed('2025-04-16', review, startedOn);
const decide = (journey: Journey, data: Decision, by: Person = 'leader') =>
  specify(complaintDecider, contextAt(cn('2025-04-17'), by))
    .given(...journey.events)
    .when({ type: 'DecideAcceptance', data });
const rejecting = (...reasons: RejectionReason[]): Decision => ({
  outcome: 'reject',
  reasons,
  remedies: ['civil-action'],
});
const OUT_OF_TIME = '2024-01-10';

describe('the decision on acceptance', () => {
  it('G09, A12: accepted; acceptance dates from the decision, which stops the approval and the clock of the law', () => {
    decide(reported(), { outcome: 'accept', decidedAt: cn('2025-04-16 17:00') }).then(
      {
        type: 'ClockMet',
        data: { clock: 'DL-APPROVE.RB-MANUAL.1', metAt: cn('2025-04-16 17:00'), inTime: true },
      },
      {
        type: 'ClockMet',
        data: { clock: 'DL-ACCEPT.RB-2010.1', metAt: cn('2025-04-16 17:00'), inTime: true },
      },
      {
        type: 'AcceptanceDecided',
        data: { outcome: 'accept', decidedBy: 'leader', decidedAt: cn('2025-04-16 17:00') },
      },
      {
        type: 'ClockStarted',
        data: { clock: 'DL-NOTICE-C.RB-MANUAL.1', startAt: cn('2025-04-16 17:00'), dueOn: '2025-04-21' },
      },
      { type: 'ClockStarted', data: { clock: 'DL-NOTICE-R.RB-MANUAL.1', dueOn: '2025-04-21' } },
      {
        type: 'ClockStarted',
        data: { clock: 'DL-MEDIATE.RB-MANUAL.1', amount: 30, unit: 'CD', dueOn: '2025-05-16' },
      },
      { type: 'ClockStarted', data: { clock: 'DL-NOTICE-R.RB-2010.1', dueOn: '2025-04-23' } },
      {
        type: 'ClockStarted',
        data: { clock: 'DL-DISPOSE.RB-2010.1', amount: 60, unit: 'CD', dueOn: '2025-06-16' },
      },
    );
  });

  it('A02: what stands among the working days is counted in WD, 10, 30 and 90 days in CD with the roll', () => {
    const deposit = reported({ limitation: [{ claim: 0, class: 'deposit', startedOn: '2025-04-10' }] });
    const units = decide(deposit, { outcome: 'accept' }).state;
    const clocks =
      units.phase === 'unregistered' ? [] : units.clocks.filter(({ rulebook }) => rulebook === 'RB-MANUAL');
    expect(clocks.map(({ code, amount, unit, roll }) => [code, amount, unit, roll])).toEqual([
      ['DL-REVIEW', 2, 'WD', false],
      ['DL-APPROVE', 2, 'WD', false],
      ['DL-NOTICE-C', 3, 'WD', false],
      ['DL-NOTICE-R', 3, 'WD', false],
      ['DL-DISPOSE', 90, 'CD', true],
    ]);
  });

  it('G09: who reviewed does not decide, nor who made an earlier review that was sent back', () => {
    decide(reported(), { outcome: 'accept' }, 'registrar').thenRefused('decider-reviewed-the-case', {
      reviewer: 'registrar',
    });
    const twice = reported().does('leader', '2025-04-16', {
      type: 'ReturnReview',
      data: { reason: sealedFor('reason') },
    });
    twice.underReview('2025-04-16', 'colleague').does('colleague', '2025-04-16', {
      type: 'CompleteReview',
      data: reported().all('PreliminaryReviewCompleted')[0]?.data as Review,
    });
    decide(twice, { outcome: 'accept' }, 'registrar').thenRefused('decider-reviewed-the-case');
    decide(twice, { outcome: 'accept' }, 'colleague').thenRefused('decider-reviewed-the-case');
    decide(twice, { outcome: 'accept' }, 'leader').thenAmongOthers({ type: 'AcceptanceDecided' });
  });

  it('S8, G09: who registered does not reject the own registration, but may accept what another reviewed', () => {
    const journey = new Journey().registered('2025-04-15').underReview('2025-04-15', 'colleague');
    journey.does('colleague', '2025-04-16', {
      type: 'CompleteReview',
      data: { ...(reported().all('PreliminaryReviewCompleted')[0]?.data as Review), unmetConditions: [] },
    });
    decide(journey, rejecting('R1'), 'registrar').thenRefused('registrar-rejects-own-registration');
    decide(journey, { outcome: 'accept' }, 'registrar').thenAmongOthers({ type: 'AcceptanceDecided' });
  });

  it('a decision is not earlier than the report, nor in the future, and is made once', () => {
    decide(reported(), { outcome: 'accept', decidedAt: cn('2025-04-15') }).thenRefused('happened-too-early');
    decide(reported(), { outcome: 'accept', decidedAt: cn('2025-04-18') }).thenRefused(
      'happened-in-the-future',
    );
    decide(reported().decided('2025-04-16', { outcome: 'accept' }), { outcome: 'accept' }).thenRefused(
      'action-not-in-this-phase',
    );
  });

  it.each<[string, Partial<Review>, string | undefined, string[]]>([
    ['G04', { jurisdiction: 'lower-level', competent: '古城区' }, undefined, ['jurisdiction']],
    ['G05', { scope: [] }, undefined, ['scope']],
    ['G06', { unmetConditions: ['direct-interest'] }, undefined, ['direct-interest']],
    ['G07', {}, OUT_OF_TIME, ['limitation']],
  ])('%s: not accepted while that point stands against it', (_rule, review, startedOn, missing) => {
    decide(reported(review, startedOn), { outcome: 'accept' }).thenRefused('acceptance-conditions-not-met', {
      missing,
    });
  });

  it('A07: one claim in time is enough, and the others are recorded as left out', () => {
    const claim = { kind: 'other', details: {} };
    const mixed = new Journey().registered('2025-04-15', { claims: [claim, claim] }).reviewed('2025-04-16', {
      limitation: [
        { claim: 0, class: 'deposit', startedOn: OUT_OF_TIME },
        { claim: 1, class: 'other', startedOn: '2025-04-10' },
      ],
    });
    decide(mixed, { outcome: 'accept' }).thenAmongOthers({
      type: 'AcceptanceDecided',
      data: { claimsOutOfTime: [0], caseClass: 'other' },
    });
  });

  it('A03: the filing can be approved in the same act, and no clock starts anew by it', () => {
    const answer = decide(reported(), { outcome: 'accept', file: true });
    answer.thenAmongOthers(
      { type: 'AcceptanceDecided' },
      { type: 'CaseFiled', data: { approvedBy: 'leader' } },
    );
    expect(answer.state).toMatchObject({ phase: 'filed', filing: { approvedBy: 'leader' } });
    const started = answer.events.filter(({ type }) => type === 'ClockStarted');
    const apart = decide(reported(), { outcome: 'accept' }).events.filter(
      ({ type }) => type === 'ClockStarted',
    );
    expect(started).toEqual(apart);
  });
});

describe('a rejection', () => {
  const fitting: Readonly<Record<RejectionReason, Journey>> = {
    R1: reported(),
    R2: reported(),
    R3: reported({ jurisdiction: 'other-department', competent: '市场监督管理局' }),
    R4: reported({}, OUT_OF_TIME),
    R5: reported({ unmetConditions: ['direct-interest'] }),
    R6: reported({ scope: [] }),
  };

  it.each(REJECTION_REASONS)(
    'G51, %s: a rejection on this ground starts the 3 WD for its service',
    (reason) => {
      decide(fitting[reason], rejecting(reason)).then(
        { type: 'ClockMet', data: { clock: 'DL-APPROVE.RB-MANUAL.1' } },
        {
          type: 'AcceptanceDecided',
          data: { outcome: 'reject', reasons: [reason], remedies: ['civil-action'] },
        },
        { type: 'ClockStarted', data: { clock: 'DL-REJECT-SERVE.RB-MANUAL.1', dueOn: '2025-04-22' } },
      );
    },
  );

  it.each(['R3', 'R4', 'R5'] as const)(
    'G51, %s: a ground that the review contradicts is refused',
    (reason) => {
      decide(reported(), rejecting('R1', reason)).thenRefused('rejection-reason-contradicts-review', {
        reasons: [reason],
      });
    },
  );

  it('G11, G51, G52: it needs a reason, and names other remedies', () => {
    decide(reported(), rejecting()).thenRefused('rejection-needs-reason');
    decide(reported(), { outcome: 'reject', reasons: ['R1'], remedies: [] }).thenRefused(
      'rejection-needs-remedies',
    );
  });

  it.each<Condition>([
    'identified-respondent-and-concrete-claim',
    'complete-complaint-form',
    'evidence-reasonably-complete',
  ])('G08, A17: %s could be made good, so it is asked for before it is a reason', (condition) => {
    decide(reported({ unmetConditions: [condition] }), rejecting('R5')).thenRefused(
      'supplement-must-be-asked-first',
      {
        conditions: [condition],
      },
    );
  });

  it('G51: the reasons of a rejection are not kept with an acceptance', () => {
    decide(reported(), { ...rejecting('R1'), outcome: 'accept' }).thenAmongOthers({
      type: 'AcceptanceDecided',
      data: { outcome: 'accept', reasons: [], remedies: [] },
    });
  });
});

describe('passing a case on', () => {
  const elsewhere = (jurisdiction: Review['jurisdiction']) =>
    reported({ jurisdiction, competent: '交通运输局' });

  it('G13, A04: a transfer gives 5 WD from the decision, and the clock of the law runs on until it is sent', () => {
    const answer = decide(elsewhere('other-department'), { outcome: 'transfer' });
    answer.then(
      { type: 'ClockMet', data: { clock: 'DL-APPROVE.RB-MANUAL.1' } },
      { type: 'AcceptanceDecided', data: { outcome: 'transfer', receiver: '交通运输局' } },
      {
        type: 'ClockStarted',
        data: { clock: 'DL-TRANSFER.RB-MANUAL.1', amount: 5, unit: 'WD', dueOn: '2025-04-24' },
      },
    );
    const law = answer.state.phase === 'unregistered' ? [] : answer.state.clocks;
    expect(law.find(({ clock }) => clock === 'DL-ACCEPT.RB-2010.1')?.status).toBe('running');
  });

  it('G12: a referral down gives 3 WD for its service and stops the clock of the law', () => {
    decide(elsewhere('lower-level'), { outcome: 'refer-down', receiver: '古城区文旅局' }).then(
      { type: 'ClockMet', data: { clock: 'DL-APPROVE.RB-MANUAL.1' } },
      { type: 'ClockMet', data: { clock: 'DL-ACCEPT.RB-2010.1' } },
      { type: 'AcceptanceDecided', data: { outcome: 'refer-down', receiver: '古城区文旅局' } },
      {
        type: 'ClockStarted',
        data: { clock: 'DL-REFER-SERVE.RB-MANUAL.1', amount: 3, unit: 'WD', dueOn: '2025-04-22' },
      },
    );
  });

  it('G04: to whom a case goes follows from the review', () => {
    decide(reported(), { outcome: 'transfer', receiver: 'x' }).thenRefused(
      'outcome-contradicts-jurisdiction',
    );
    decide(reported(), { outcome: 'refer-down', receiver: 'x' }).thenRefused(
      'outcome-contradicts-jurisdiction',
    );
    decide(elsewhere('lower-level'), { outcome: 'transfer' }).thenRefused('outcome-contradicts-jurisdiction');
    decide(elsewhere('other-department'), { outcome: 'refer-down' }).thenRefused(
      'outcome-contradicts-jurisdiction',
    );
    decide(elsewhere('other-tourism-office'), { outcome: 'transfer' }).thenAmongOthers({
      type: 'AcceptanceDecided',
    });
  });
});
