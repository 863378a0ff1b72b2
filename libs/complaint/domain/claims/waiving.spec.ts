import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { specify } from '#testing';
import type { CommandOf } from '../case/commands.js';
import { complaintDecider } from '../case/decider.js';
import { withdraw } from '../fixture/endings.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import type { PinnedRulebooks } from '../intake/facts.js';
import { claimsAsked } from './standing.js';

type Waiving = CommandOf<'WaiveClaims'>['data'];

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const claim = (kind: string, details = {}) => ({ kind, details });
const CLAIMS = [claim('lodging-below-grade', { units: 4 }), claim('meals-below-grade'), claim('other')];
const people = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ subject: `subject-${String(place + 1)}` }));
const all = (count: number) => people(count).map(({ subject }) => subject);

const registered = (count = 1, claims = CLAIMS, rulebooks?: PinnedRulebooks) =>
  new Journey().registered('2025-04-15', {
    claims,
    ...(rulebooks ? { rulebooks } : {}),
    complainants: people(count),
    representatives: count > 3 ? ['subject-1'] : [],
  });
/** Each claim of that class, in time unless it began long ago. */
const limitation = (...of: ('deposit' | 'other' | 'late')[]) =>
  of.map((one, place) => ({
    claim: place,
    class: one === 'late' ? ('other' as const) : one,
    startedOn: one === 'late' ? '2024-04-15' : '2025-04-15',
  }));
const reviewed = (...of: Parameters<typeof limitation>) =>
  registered().reviewed('2025-04-16', { limitation: limitation(...of) });
const filed = (...of: Parameters<typeof limitation>) => reviewed(...of).filed('2025-04-17');
const waive = (claims: number[], change: Partial<Waiving> = {}) =>
  ({
    type: 'WaiveClaims',
    data: {
      claims,
      form: 'written',
      consents: ['subject-1'],
      statement: sealedFor('waiver.statement'),
      ...change,
    },
  }) as const;
const contents = (journey: Journey, kind: string) =>
  journey.state.documents.findLast((one) => one.kind === kind)?.contents;
const drafts = (kind: 'D05', documentId: string) =>
  ({ type: 'DraftDocument', data: { documentId, kind } }) as const;

describe('claims are waived (放弃投诉请求)', () => {
  it('G53: what was waived, when, in what form and by whom is kept; the claims stay in the register', () => {
    const journey = filed('other', 'other', 'other');
    as('officer', '2025-04-22')
      .given(...journey.events)
      .when(waive([2, 1, 2], { form: 'oral-recorded', waivedAt: cn('2025-04-21') }))
      .then({
        type: 'ClaimsWaived',
        data: {
          claims: [1, 2],
          waivedAt: cn('2025-04-21'),
          form: 'oral-recorded',
          consents: ['subject-1'],
          recordedBy: 'officer',
        },
      });
    const { state } = journey.does('officer', '2025-04-22', waive([1]));
    expect(state.phase).toBe('filed');
    expect(state.registration.claims).toEqual(CLAIMS);
    expect(claimsAsked(state).map(({ claim: place }) => place)).toEqual([0, 2]);
  });

  it('G53: said twice, in whole or in part, it waives once', () => {
    const journey = filed('other', 'other', 'other').does('officer', '2025-04-22', waive([1]));
    as('officer', '2025-04-23')
      .given(...journey.events)
      .when(waive([1]))
      .thenNothing();
    as('officer', '2025-04-23')
      .given(...journey.events)
      .when(waive([0, 1]))
      .then({ type: 'ClaimsWaived', data: { claims: [0] } });
  });

  it('G53: what is waived is no claim of another: each of several agrees, in a joint complaint not only who speaks for it', () => {
    for (const count of [2, 4]) {
      as('registrar', '2025-04-16')
        .given(...registered(count).events)
        .when(waive([0]))
        .thenRefused('consent-of-all-missing', { complainants: count, consented: 1 });
      as('registrar', '2025-04-16')
        .given(...registered(count).events)
        .when(waive([0], { consents: all(count) }))
        .then({ type: 'ClaimsWaived', data: { consents: all(count) } });
    }
  });

  it('G53: consent of all is exactly that, whoever is left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.array(fc.nat(7)), (count, given) => {
        const consents = given.map((one) => `subject-${String(one + 1)}`);
        const answer = registered(count).asks('registrar', '2025-04-16', waive([0], { consents }));
        expect('refused' in answer).toBe(!all(count).every((one) => consents.includes(one)));
      }),
    );
  });

  it('G53: an agent waives whose power of attorney said so then, for those who sent him', () => {
    const withAgent = (power: 'waive' | 'settle') =>
      registered(2).does('registrar', '2025-04-16', {
        type: 'AuthoriseAgent',
        data: {
          agentId: 'agent-1',
          principals: ['subject-2'],
          name: sealedFor('agent.name'),
          powers: ['act', power],
          powerOfAttorney: sealedFor('agent.power-of-attorney'),
          authorisedAt: cn('2025-04-15'),
        },
      });
    const byAgent = waive([0], { consents: ['subject-1', 'agent-1'] });
    as('registrar', '2025-04-17')
      .given(...withAgent('settle').events)
      .when(byAgent)
      .thenRefused('consent-of-all-missing');
    const journey = withAgent('waive');
    as('registrar', '2025-04-17')
      .given(...journey.events)
      .when(byAgent)
      .then({ type: 'ClaimsWaived' });
    journey.does('registrar', '2025-04-18', { type: 'RevokeAgent', data: { agentId: 'agent-1' } });
    const at = (waivedAt: string) => waive([0], { ...byAgent.data, waivedAt: cn(waivedAt) });
    as('registrar', '2025-04-21')
      .given(...journey.events)
      .when(at('2025-04-19'))
      .thenRefused('consent-of-all-missing');
    as('registrar', '2025-04-21')
      .given(...journey.events)
      .when(at('2025-04-17'))
      .then({ type: 'ClaimsWaived', data: { waivedAt: cn('2025-04-17') } });
  });

  it('G61: who waives all that is left withdraws, and is told so', () => {
    const journey = filed('other', 'other', 'late');
    as('officer', '2025-04-22')
      .given(...journey.events)
      .when(waive([0, 1]))
      .thenRefused('waiving-all-is-withdrawing', { standing: [0, 1] });
    journey.does('officer', '2025-04-22', waive([0]));
    as('officer', '2025-04-23')
      .given(...journey.events)
      .when(waive([1]))
      .thenRefused('waiving-all-is-withdrawing', { standing: [1] });
  });

  it('A07: what is not in the case, or was left out as too late, cannot be waived', () => {
    for (const [place, standing] of [
      [3, [0, 1]],
      [2, [0, 1]],
    ] as const) {
      as('officer', '2025-04-22')
        .given(...filed('other', 'other', 'late').events)
        .when(waive([place]))
        .thenRefused('claim-does-not-stand', { claims: [place], standing: [...standing] });
    }
    as('registrar', '2025-04-16')
      .given(...registered(1, []).events)
      .when(waive([0]))
      .thenRefused('claim-does-not-stand', { claims: [0], standing: [] });
  });

  it('recorded late it has to fit: not before the complaint, not in the future', () => {
    const given = as('registrar', '2025-04-16').given(...registered().events);
    given.when(waive([0], { waivedAt: cn('2025-04-14') })).thenRefused('happened-too-early');
    given.when(waive([0], { waivedAt: cn('2025-04-17') })).thenRefused('happened-in-the-future');
  });

  it('G53: after the decision the handlers record it; nobody does once there is an outcome', () => {
    const journey = filed('other', 'other', 'other');
    as('registrar', '2025-04-22')
      .given(...journey.events)
      .when(waive([0]))
      .thenRefused('not-a-handler');
    journey.does('officer', '2025-04-22', withdraw());
    as('officer', '2025-04-23')
      .given(...journey.events)
      .when(waive([0]))
      .thenRefused('action-not-in-this-phase', { phase: 'withdrawn' });
  });
});

describe('what follows from a waiver', () => {
  it('A07, G53: the review assesses what is still asked for, and nothing else', () => {
    const journey = registered().does('registrar', '2025-04-15', waive([1]));
    const [first, , third] = limitation('other', 'other', 'other');
    journey.reviewed('2025-04-16', { limitation: [first!, third!] });
    expect(journey.state).toMatchObject({ review: { limitation: [{ claim: 0 }, { claim: 2 }] } });
    as('registrar', '2025-04-16')
      .given(
        ...registered()
          .does('registrar', '2025-04-15', waive([1]))
          .underReview('2025-04-15').events,
      )
      .when({
        type: 'CompleteReview',
        data: {
          jurisdiction: 'own-level',
          scope: ['S1'],
          unmetConditions: [],
          limitation: limitation('other', 'other', 'other'),
          recommendation: 'accept',
          opinion: sealedFor('review.opinion'),
        },
      })
      .thenRefused('limitation-not-assessed', { claims: [0, 2] });
  });

  it('A07: a complaint of which only late claims are left is not accepted but rejected as late', () => {
    const journey = reviewed('other', 'late', 'late').does('registrar', '2025-04-16', waive([0]));
    as('leader', '2025-04-17')
      .given(...journey.events)
      .when({ type: 'DecideAcceptance', data: { outcome: 'accept' } })
      .thenRefused('acceptance-conditions-not-met', { missing: ['limitation'] });
    const { state } = journey.decided('2025-04-17', {
      outcome: 'reject',
      reasons: ['R4'],
      remedies: ['civil-action'],
    });
    expect(state.phase).toBe('rejected');
  });

  it('A05: waived before the decision it counts for no class of the case, after it the class and every term stay', () => {
    const before = reviewed('deposit', 'other', 'late').does('registrar', '2025-04-16', waive([0]));
    expect(before.filed('2025-04-17').state).toMatchObject({
      decision: { caseClass: 'other', claimsOutOfTime: [2] },
    });
    const after = filed('deposit', 'other', 'other');
    const { clocks } = after.state;
    after.does('officer', '2025-04-18', waive([0]));
    expect(after.state).toMatchObject({ decision: { caseClass: 'deposit' } });
    expect(after.state.clocks).toEqual(clocks);
  });

  it('G53: no later document names it; what was served before stays as it was and says so', () => {
    const journey = filed('other', 'other', 'other').notified('2025-04-17');
    journey.does('officer', '2025-04-18', waive([1]));
    const [served] = journey.state.documents.filter(({ kind }) => kind === 'D05');
    expect(served).toMatchObject({
      claimsWaivedSince: true,
      contents: { claims: [{ claim: 0 }, { claim: 1 }, { claim: 2 }] },
    });
    journey
      .replied('2025-04-21')
      .mediating('2025-04-21')
      .sat('2025-04-22')
      .does('officer', '2025-04-22', {
        type: 'AgreeMediation',
        data: {
          terms: sealedFor('terms'),
          amountFen: 0,
          complainants: ['subject-1'],
          respondent: true,
        },
      });
    journey.issued('D14', '2025-04-22');
    expect(contents(journey, 'D14')).toMatchObject({
      claims: [{ kind: 'lodging-below-grade', units: 4 }, { kind: 'other' }],
    });
  });

  it('G53: nor does a termination or a notice of rejection', () => {
    const failed = filed('other', 'other', 'other')
      .mediationFailed('2025-04-21')
      .does('officer', '2025-04-21', waive([0]))
      .does('officer', '2025-04-22', {
        type: 'TerminateMediation',
        data: {
          course: sealedFor('course'),
          reason: sealedFor('reason'),
          remedies: ['arbitration', 'civil-action'],
        },
      })
      .issued('D15', '2025-04-22');
    expect(contents(failed, 'D15')).toMatchObject({
      claims: [{ kind: 'meals-below-grade' }, { kind: 'other' }],
    });
    const rejected = reviewed('other', 'late', 'other')
      .does('registrar', '2025-04-16', waive([1]))
      .decided('2025-04-17', { outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] })
      .withHandlers('2025-04-17', 'officer')
      .issued('D06', '2025-04-17');
    expect(contents(rejected, 'D06')).toMatchObject({ complaint: { claims: [{ claim: 0 }, { claim: 2 }] } });
  });

  it('G53: a draft that still names it is not issued but drafted again; so is what was issued and has not gone out', () => {
    const drafted = filed('other', 'other', 'other').does('officer', '2025-04-17', drafts('D05', 'one'));
    drafted.does('officer', '2025-04-18', waive([0]));
    as('leader', '2025-04-18')
      .given(...drafted.events)
      .when({ type: 'IssueDocument', data: { documentId: 'one', number: '1号' } })
      .thenRefused('draft-before-waiver');
    drafted.does('officer', '2025-04-18', drafts('D05', 'two'));
    expect(contents(drafted, 'D05')).toMatchObject({ claims: [{ claim: 1 }, { claim: 2 }] });
    const issued = filed('other', 'other', 'other').issued('D05', '2025-04-17');
    as('officer', '2025-04-18')
      .given(...issued.events)
      .when(drafts('D05', 'two'))
      .thenRefused('document-already-issued');
    issued.does('officer', '2025-04-18', waive([0])).does('officer', '2025-04-18', drafts('D05', 'two'));
    expect(contents(issued, 'D05')).toMatchObject({ claims: [{ claim: 1 }, { claim: 2 }] });
  });

  describe('the deposit', () => {
    const assess = {
      type: 'AssessDepositEligibility',
      data: {
        grounds: ['prepaid-loss'],
        exclusions: [],
        payment: 'cannot-pay',
        reasons: sealedFor('deposit.assessment'),
      },
    } as const;
    const submit = (submissionId: string) =>
      ({
        type: 'SubmitDepositDecision',
        data: { submissionId, decision: sealedFor('deposit.decision'), amountFen: 100 },
      }) as const;
    const sign = { type: 'SignDepositDecision', data: {} } as const;
    const failed = (...of: Parameters<typeof limitation>) => filed(...of).mediationFailed('2025-04-21');

    it('G53, A07: is not assessed, submitted or signed when every claim on it has been waived', () => {
      const journey = failed('deposit', 'other', 'other');
      const waived = () => journey.does('officer', '2025-04-22', waive([0]));
      journey.does('officer', '2025-04-22', assess);
      waived();
      for (const [by, asked] of [
        ['officer', assess],
        ['officer', submit('one')],
      ] as const)
        as(by, '2025-04-22')
          .given(...journey.events)
          .when(asked)
          .thenRefused('deposit-claims-waived', { claims: [0] });
    });

    it('A07, G33: whether it is too late for the deposit goes by the claims that stand', () => {
      const startedOn = '2024-04-15';
      const journey = () =>
        registered(1, CLAIMS, { internal: 'RB-MANUAL', statutory: 'RB-2010', procedure: 'internal' })
          .reviewed('2025-04-16', {
            limitation: [
              { claim: 0, class: 'deposit', startedOn: '2025-04-15' },
              { claim: 1, class: 'deposit', startedOn },
              { claim: 2, class: 'other', startedOn: '2025-04-15' },
            ],
          })
          .filed('2025-04-17')
          .mediationFailed('2025-04-21');
      const byManual = { ...assess, data: { ...assess.data, grounds: ['D1'] as const } };
      const found = (of: Journey) => of.all('DepositEligibilityAssessed').at(-1)?.data.exclusions;
      expect(found(journey().does('officer', '2025-04-22', byManual))).toEqual([]);
      const waived = journey().does('officer', '2025-04-22', waive([0]));
      const answer = waived.asks('officer', '2025-04-22', byManual);
      expect(answer).toMatchObject([{ data: { exclusions: ['N4'], eligible: false } }]);
    });

    it('G53, G31: a decision that lay before the bureau leader is not signed; sent back, another is submitted', () => {
      const journey = failed('deposit', 'deposit', 'other')
        .does('officer', '2025-04-22', assess)
        .does('officer', '2025-04-22', submit('one'))
        .does('officer', '2025-04-23', waive([0]));
      as('bureau-leader', '2025-04-23')
        .given(...journey.events)
        .when(sign)
        .thenRefused('deposit-decision-before-waiver');
      journey
        .does('bureau-leader', '2025-04-23', {
          type: 'ReturnDepositDecision',
          data: { reason: sealedFor('deposit.return-reason') },
        })
        .does('officer', '2025-04-23', submit('two'));
      expect(journey.does('bureau-leader', '2025-04-24', sign).state.phase).toBe('deposit-decided');
    });
  });
});
