import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEPOSIT_EXCLUSIONS, DEPOSIT_GROUNDS, SHIPPED } from '#rulebook';
import { specify } from '#testing';
import type { CommandOf } from '../case/commands.js';
import { complaintDecider } from '../case/decider.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { AGENCY_PAYMENTS } from './facts.js';

type Assessing = CommandOf<'AssessDepositEligibility'>['data'];
const as = (now: string, by: Person = 'officer') => specify(complaintDecider, contextAt(cn(now), by));
const assess = (change: Partial<Assessing> = {}) =>
  ({
    type: 'AssessDepositEligibility',
    data: {
      grounds: ['prepaid-loss'],
      exclusions: [],
      payment: 'cannot-pay',
      reasons: sealedFor('deposit.assessment'),
      ...change,
    },
  }) as const;
const submit = (submissionId = 'submission-1', change = {}) =>
  ({
    type: 'SubmitDepositDecision',
    data: { submissionId, decision: sealedFor('deposit.decision'), amountFen: 104_000, ...change },
  }) as const;
const sign = { type: 'SignDepositDecision', data: {} } as const;
const giveBack = {
  type: 'ReturnDepositDecision',
  data: { reason: sealedFor('deposit.return-reason') },
} as const;

const failed = (change: Parameters<typeof Journey.accepted>[1] = {}) =>
  Journey.accepted('2025-04-15', { class: 'deposit', ...change }).mediationFailed('2025-04-21');
const submitted = () =>
  failed().does('officer', '2025-04-22', assess()).does('officer', '2025-04-22', submit());
const pointsOf = (journey: Journey) =>
  Object.fromEntries(
    (journey.all('DepositEligibilityAssessed').at(-1)?.data.points ?? []).map(({ point, met }) => [
      point,
      met,
    ]),
  );

describe('whether the deposit may pay', () => {
  it('G32, G33: each point with what was found, its article and how sure it is', () => {
    const manual = SHIPPED.byId('RB-MANUAL').procedure;
    as('2025-04-22')
      .given(...failed({ procedure: 'internal' }).events)
      .when(assess({ grounds: ['D1'], exclusions: ['N2'], payment: 'does-not-pay' }))
      .then({
        type: 'DepositEligibilityAssessed',
        data: {
          rulebook: 'RB-MANUAL',
          form: 'compensation-decision',
          eligible: false,
          points: [
            { point: 'travel-agency', met: true, found: ['travel-agency'] },
            { point: 'ground', met: true, found: ['D1'], article: manual?.depositGrounds.article },
            { point: 'exclusion', met: false, found: ['N2'], article: manual?.depositExclusions.article },
            { point: 'agency-does-not-pay', met: true, found: ['does-not-pay'] },
          ],
        },
      });
  });

  it.each(['D1', 'D2', 'D3'] as const)('G32: %s is a ground of the manual and of 1997', (ground) => {
    const manual = as('2025-04-22').given(...failed({ procedure: 'internal' }).events);
    manual
      .when(assess({ grounds: [ground] }))
      .then({ type: 'DepositEligibilityAssessed', data: { eligible: true } });
    const law = as('2025-04-22').given(...failed().events);
    law
      .when(assess({ grounds: [ground] }))
      .thenRefused('deposit-point-not-in-rulebook', { strange: [ground] });
  });

  it.each(['prepaid-loss', 'stranded'] as const)(
    'G58: %s is one of the two grounds of 2010 and 2026',
    (ground) => {
      for (const statutory of ['RB-2010', 'RB-2026']) {
        const journey = failed({ rulebooks: { internal: 'RB-MANUAL', statutory } });
        as('2025-04-22')
          .given(...journey.events)
          .when(assess({ grounds: [ground] }))
          .then({
            type: 'DepositEligibilityAssessed',
            data: { eligible: true, form: 'allocation', rulebook: statutory },
          });
      }
      as('2025-04-22')
        .given(...failed({ procedure: 'internal' }).events)
        .when(assess({ grounds: [ground] }))
        .thenRefused('deposit-point-not-in-rulebook');
    },
  );

  it.each(DEPOSIT_EXCLUSIONS)('G33: %s excludes it, whatever the ground', (exclusion) => {
    as('2025-04-22')
      .given(...failed({ procedure: 'internal' }).events)
      .when(assess({ grounds: ['D1'], exclusions: [exclusion] }))
      .then({ type: 'DepositEligibilityAssessed', data: { eligible: false } });
  });

  it('G33: pays only where the agency does not or cannot pay, and only for a travel agency', () => {
    const paying = failed().does('officer', '2025-04-22', assess({ payment: 'pays' }));
    expect(pointsOf(paying)).toMatchObject({ 'agency-does-not-pay': false, ground: true });
    const hotel = failed({ respondent: { name: '甲', kind: 'hotel' } }).does(
      'officer',
      '2025-04-22',
      assess(),
    );
    expect(pointsOf(hotel)).toMatchObject({ 'travel-agency': false });
    as('2025-04-22')
      .given(...hotel.events)
      .when(submit())
      .thenRefused('deposit-not-eligible', { against: ['travel-agency'] });
  });

  it('A18: an accident keeps the deposit out, and the complaint accepted for it stays accepted', () => {
    const journey = failed({ procedure: 'internal' });
    journey.does('officer', '2025-04-22', assess({ grounds: ['D1'], exclusions: ['N2'] }));
    expect(pointsOf(journey)).toMatchObject({ exclusion: false });
    expect(journey.state).toMatchObject({ phase: 'mediation-failed', decision: { outcome: 'accept' } });
  });

  it('G33, A07: N4 stands by itself where every claim on the deposit came too late', () => {
    const late = new Journey()
      .registered('2025-04-15', {
        rulebooks: { internal: 'RB-MANUAL', statutory: 'RB-2010', procedure: 'internal' },
        claims: [
          { kind: 'group-abandoned', details: {} },
          { kind: 'lodging-below-grade', details: {} },
        ],
      })
      .reviewed('2025-04-15', {
        limitation: [
          { claim: 0, class: 'deposit', startedOn: '2024-10-01' },
          { claim: 1, class: 'other', startedOn: '2025-04-01' },
        ],
      })
      .decided('2025-04-15', { outcome: 'accept', file: true })
      .withHandlers('2025-04-15', 'officer', 'colleague')
      .mediationFailed('2025-04-21')
      .does('officer', '2025-04-22', assess({ grounds: ['D1'] }));
    expect(late.all('DepositEligibilityAssessed')[0]?.data).toMatchObject({
      exclusions: ['N4'],
      eligible: false,
    });
  });

  it('the same assessment again changes nothing; another takes its place and none is lost', () => {
    const journey = failed().does('officer', '2025-04-22', assess({ payment: 'pays' }));
    as('2025-04-23')
      .given(...journey.events)
      .when(assess({ payment: 'pays' }))
      .thenNothing();
    journey.does('officer', '2025-04-23', assess());
    expect(journey.state).toMatchObject({
      deposit: { assessments: [{ eligible: false }, { eligible: true }] },
    });
  });

  it('G32, G33, G58: eligible exactly when no point stands against it', () => {
    const assessing = fc.record({
      grounds: fc.subarray([...DEPOSIT_GROUNDS]),
      exclusions: fc.subarray([...DEPOSIT_EXCLUSIONS]),
      payment: fc.constantFrom(...AGENCY_PAYMENTS),
      procedure: fc.constantFrom('internal' as const, 'statutory' as const),
    });
    fc.assert(
      fc.property(assessing, ({ procedure, ...found }) => {
        const { depositGrounds, depositExclusions } =
          SHIPPED.byId(procedure === 'internal' ? 'RB-MANUAL' : 'RB-2010').procedure ?? fail();
        const known =
          found.grounds.every((ground) => depositGrounds.value.includes(ground)) &&
          found.exclusions.every((exclusion) => depositExclusions.value.includes(exclusion));
        const eligible =
          found.grounds.length > 0 && found.exclusions.length === 0 && found.payment !== 'pays';
        const answer = as('2025-04-22')
          .given(...FAILED[procedure])
          .when(assess(found));
        if (known) answer.then({ type: 'DepositEligibilityAssessed', data: { eligible } });
        else answer.thenRefused('deposit-point-not-in-rulebook');
      }),
    );
  });
});

const FAILED = {
  internal: failed({ procedure: 'internal' }).events,
  statutory: failed().events,
};

function fail(): never {
  throw new Error('the rulebook has no procedure');
}

describe('the decision on the deposit', () => {
  it('G31: is put before the bureau leader by the handler, and signed by somebody else', () => {
    const journey = submitted();
    as('2025-04-25', 'officer')
      .given(...journey.events)
      .when(sign)
      .thenRefused('deposit-signer-is-submitter');
    as('2025-04-25', 'bureau-leader')
      .given(...journey.events)
      .when(sign)
      .thenAmongOthers(
        { type: 'ClockMet', data: { clock: 'DL-DISPOSE.RB-MANUAL.1', inTime: true } },
        {
          type: 'DepositDecisionSigned',
          data: {
            submissionId: 'submission-1',
            signedBy: 'bureau-leader',
            form: 'allocation',
            amountFen: 104_000,
          },
        },
      );
    expect(journey.does('bureau-leader', '2025-04-25', sign).state.phase).toBe('deposit-decided');
    expect(journey.state.clocks.filter(({ status }) => status === 'running')).toEqual([]);
  });

  it('G31: who handled, investigated or mediated does not sign it', () => {
    as('2025-04-25', 'colleague')
      .given(...submitted().events)
      .when(sign)
      .thenRefused('decider-handled-the-case');
  });

  it('G33: only after failed mediation, and only where the deposit was found eligible', () => {
    const mediating = Journey.accepted('2025-04-15', { class: 'deposit' }).mediating('2025-04-21');
    mediating.does('officer', '2025-04-21', assess());
    as('2025-04-22')
      .given(...mediating.events)
      .when(submit())
      .thenRefused('action-not-in-this-phase');
    as('2025-04-22')
      .given(...failed().events)
      .when(submit())
      .thenRefused('deposit-not-assessed');
    const excluded = failed().does('officer', '2025-04-22', assess({ grounds: [] }));
    as('2025-04-22')
      .given(...excluded.events)
      .when(submit())
      .thenRefused('deposit-not-eligible', { against: ['ground'] });
  });

  it('G33: an assessment that falls after it was submitted takes the signature away', () => {
    const journey = submitted().does('officer', '2025-04-23', assess({ payment: 'pays' }));
    as('2025-04-25', 'bureau-leader')
      .given(...journey.events)
      .when(sign)
      .thenRefused('deposit-not-eligible');
  });

  it('G31: can be sent back with a reason, and another submitted; each stays on record', () => {
    as('2025-04-22')
      .given(...submitted().events)
      .when(submit('submission-2'))
      .thenRefused('deposit-decision-already-submitted');
    const returned = submitted().does('bureau-leader', '2025-04-23', giveBack);
    as('2025-04-24', 'bureau-leader')
      .given(...returned.events)
      .when(sign)
      .thenRefused('deposit-decision-not-submitted');
    as('2025-04-24')
      .given(...returned.events)
      .when(submit('submission-1'))
      .thenNothing();
    returned.does('officer', '2025-04-24', submit('submission-2', { amountFen: 98_000 }));
    returned.does('bureau-leader', '2025-04-25', sign);
    expect(returned.all('DepositDecisionSigned')[0]?.data).toMatchObject({
      submissionId: 'submission-2',
      amountFen: 98_000,
    });
    as('2025-04-25', 'bureau-leader')
      .given(...failed().events)
      .when(giveBack)
      .thenRefused('deposit-decision-not-submitted');
  });

  it('G31: pays something', () => {
    const assessed = failed().does('officer', '2025-04-22', assess());
    as('2025-04-22')
      .given(...assessed.events)
      .when(submit('x', { amountFen: 0 }))
      .thenRefused('deposit-decision-pays-nothing');
  });

  it('a deposit case may end in an ordinary outcome too', () => {
    const journey = failed().does('officer', '2025-04-25', {
      type: 'TerminateMediation',
      data: {
        course: sealedFor('course'),
        reason: sealedFor('reason'),
        remedies: ['arbitration', 'civil-action'],
      },
    });
    expect(journey.state.phase).toBe('terminated');
    expect(journey.clock('DL-DISPOSE.RB-MANUAL.1').status).toBe('met');
  });
});
