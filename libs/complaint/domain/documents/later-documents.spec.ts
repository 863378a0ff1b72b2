import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { possibleActions } from '../case/allowed-actions.js';
import { complaintDecider } from '../case/decider.js';
import { PHASES } from '../case/state.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { DOCUMENTS, DOCUMENT_KINDS, type DocumentKind } from './documents.js';

const as = (now: string, by: Person = 'officer') => specify(complaintDecider, contextAt(cn(now), by));
const draft = (kind: DocumentKind, about?: string) =>
  ({ type: 'DraftDocument', data: { documentId: 'new', kind, ...(about ? { about } : {}) } }) as const;
const contents = (journey: Journey, kind: DocumentKind) =>
  journey.state.documents.findLast((document) => document.kind === kind)?.contents;

const accepted = (change = {}) => Journey.accepted('2025-04-15', change);
const mediated = (change = {}) => accepted(change).mediating('2025-04-21').sat('2025-04-22');
const agreed = () =>
  mediated().does('officer', '2025-04-25', {
    type: 'AgreeMediation',
    data: {
      terms: sealedFor('mediation.terms'),
      amountFen: 104_000,
      payBy: '2025-05-30',
      complainants: ['subject-1'],
      respondent: true,
    },
  });
const settled = () =>
  accepted()
    .notified('2025-04-16')
    .does('officer', '2025-04-17', {
      type: 'ReportSettlement',
      data: {
        settlementId: 's',
        terms: sealedFor('settlement.terms'),
        amountFen: 60_000,
        payBy: '2025-05-30',
      },
    })
    .does('officer', '2025-04-17', {
      type: 'SignSettlement',
      data: { complainants: ['subject-1'], respondent: true },
    })
    .does('officer', '2025-04-17', {
      type: 'CheckSettlement',
      data: { principles: ['voluntary', 'equal', 'lawful'], finding: sealedFor('settlement.finding') },
    });
const terminated = () =>
  accepted()
    .mediationFailed('2025-04-21')
    .does('officer', '2025-04-25', {
      type: 'TerminateMediation',
      data: {
        course: sealedFor('termination.course'),
        reason: sealedFor('termination.reason'),
        remedies: ['arbitration', 'civil-action'],
      },
    });
const ruled = () =>
  accepted({ rulebooks: { internal: 'RB-MANUAL', statutory: 'RB-1997' } })
    .mediationFailed('2025-04-21')
    .does('leader', '2025-04-25', {
      type: 'IssueRuling',
      data: {
        ruling: sealedFor('ruling.text'),
        grounds: sealedFor('ruling.grounds'),
        amountFen: 104_000,
        payBy: '2025-05-30',
        remedies: ['reconsideration', 'action-against-decision'],
      },
    });
const deposited = () =>
  accepted({ class: 'deposit' })
    .mediationFailed('2025-04-21')
    .does('officer', '2025-04-22', {
      type: 'AssessDepositEligibility',
      data: { grounds: ['stranded'], exclusions: [], payment: 'cannot-pay', reasons: sealedFor('reasons') },
    })
    .does('officer', '2025-04-22', {
      type: 'SubmitDepositDecision',
      data: {
        submissionId: 's',
        decision: sealedFor('deposit.decision'),
        amountFen: 98_000,
        payBy: '2025-05-30',
      },
    })
    .does('bureau-leader', '2025-04-25', { type: 'SignDepositDecision', data: {} });

describe('which documents belong to a case', () => {
  it.each([
    ['agreed', agreed, ['D14']],
    ['settled', settled, ['D13']],
    ['terminated', terminated, ['D15']],
    ['ruled', ruled, ['D15R']],
    ['deposit-decided', deposited, ['D16', 'D17']],
    ['facts-established', () => accepted().investigated('2025-04-21'), []],
    ['mediation-failed', () => accepted().mediationFailed('2025-04-21'), []],
  ] as const)('says the phase: %s has %j and no others', (phase, way, kinds) => {
    const journey = way();
    expect(journey.state.phase).toBe(phase);
    const possible = DOCUMENT_KINDS.filter(
      (kind) =>
        as('2025-04-28')
          .given(...journey.events)
          .when(draft(kind)).events.length > 0,
    );
    expect(possible).toEqual([...kinds]);
  });

  it('every kind has a phase, and every addressee of it is different', () => {
    for (const kind of DOCUMENT_KINDS) {
      const { phases, to } = DOCUMENTS[kind];
      expect(phases.length).toBeGreaterThan(0);
      expect(phases.every((phase) => PHASES.includes(phase))).toBe(true);
      expect(new Set(to).size).toBe(to.length);
    }
  });
});

describe('documents about one of several things', () => {
  const inquired = () => {
    const journey = accepted().notified('2025-04-16').replied('2025-04-17').underInquiry('2025-04-18');
    for (const id of ['one', 'two']) {
      journey.does('officer', '2025-04-18', {
        type: 'SummonPerson',
        data: {
          summonsId: id,
          person: sealedFor(`summons.person ${id}`),
          appointedFor: cn('2025-04-21'),
          place: sealedFor('summons.place'),
        },
      });
    }
    return journey.does('officer', '2025-04-18', {
      type: 'CommissionInvestigation',
      data: { commissionId: 'three', office: '临海市文旅局', matters: sealedFor('commission.matters') },
    });
  };

  it('D10, D11: say which summons or commission; each has its own, and a new draft replaces only its own', () => {
    const journey = inquired();
    as('2025-04-18')
      .given(...journey.events)
      .when(draft('D10'))
      .thenRefused('document-subject-unknown', { subjects: ['one', 'two'] });
    as('2025-04-18')
      .given(...journey.events)
      .when(draft('D10', 'three'))
      .thenRefused('document-subject-unknown');
    journey.issued('D10', '2025-04-18', 'first', 'one').issued('D10', '2025-04-18', 'second', 'two');
    journey.issued('D11', '2025-04-18', 'third', 'three');
    expect(journey.state.documents.filter(({ superseded }) => superseded)).toEqual([]);
    as('2025-04-18')
      .given(...journey.events)
      .when(draft('D10', 'one'))
      .thenRefused('document-already-issued');
    expect(contents(journey, 'D10')).toMatchObject({
      person: sealedFor('summons.person two'),
      appointedFor: cn('2025-04-21'),
      investigators: [{ id: 'colleague' }, { id: 'officer', certificate: '云执 1' }],
    });
    expect(contents(journey, 'D11')).toMatchObject({
      office: '临海市文旅局',
      matters: sealedFor('commission.matters'),
    });
  });

  it('what can be done now offers a draft for each', () => {
    const offered = possibleActions(inquired().state, contextAt(cn('2025-04-18'), 'officer'))
      .filter(({ action, refusal }) => action === 'DraftDocument' && !refusal)
      .map(({ documentKind, about }) => [documentKind, about]);
    expect(offered).toEqual([
      ['D10', 'one'],
      ['D10', 'two'],
      ['D11', 'three'],
    ]);
  });

  it('other documents are about the case and say nothing', () => {
    as('2025-04-28')
      .given(...agreed().events)
      .when(draft('D14', 'one'))
      .thenRefused('document-subject-unknown', { subjects: null });
  });
});

describe('documents for several', () => {
  it('D14: goes to both in copies with one number, drafted and issued together', () => {
    const journey = agreed().issued('D14', '2025-04-28');
    expect(journey.state.documents.filter(({ kind }) => kind === 'D14')).toMatchObject([
      { documentId: 'D14', addressee: 'complainant', number: 'D14 1号' },
      { documentId: 'D14-respondent', addressee: 'respondent', copyOf: 'D14', number: 'D14 1号' },
    ]);
    as('2025-04-28', 'colleague')
      .given(...agreed().drafted('D14', '2025-04-28').events)
      .when({ type: 'IssueDocument', data: { documentId: 'D14-respondent', number: '1' } })
      .thenRefused('issuer-is-drafter');
    as('2025-04-28', 'head')
      .given(...agreed().drafted('D14', '2025-04-28').events)
      .when({ type: 'IssueDocument', data: { documentId: 'D14-respondent', number: '1' } })
      .then(
        { type: 'DocumentIssued', data: { documentId: 'D14' } },
        { type: 'DocumentIssued', data: { documentId: 'D14-respondent' } },
      );
  });

  it('each copy is served for itself, and one does not wait for the other', () => {
    const journey = agreed().issued('D14', '2025-04-28').served('D14-respondent', '2025-04-29');
    const served = journey.state.documents.filter(({ kind, service }) => kind === 'D14' && service);
    expect(served.map(({ addressee }) => addressee)).toEqual(['respondent']);
    journey.served('D14', '2025-04-30');
    expect(
      journey
        .all('DocumentServed')
        .slice(-2)
        .map(({ data }) => data.documentId),
    ).toEqual(['D14-respondent', 'D14']);
  });

  it('a copy for a party who cannot be found is published, and the other is served by hand', () => {
    const journey = terminated().issued('D15', '2025-04-28').served('D15', '2025-04-28');
    journey.published('D15-respondent', '2025-04-29').ringsUntil('2025-06-05');
    const copies = journey.state.documents.filter(({ kind }) => kind === 'D15');
    expect(copies.map(({ service }) => service?.method)).toEqual(['direct', 'publication']);
  });

  it('a new draft replaces all copies; D17 has three, the first for the bank', () => {
    const journey = deposited().drafted('D17', '2025-04-28', 'first').drafted('D17', '2025-04-28', 'second');
    const copies = journey.state.documents.filter(({ kind }) => kind === 'D17');
    expect(copies.map(({ addressee, superseded }) => [addressee, superseded])).toEqual([
      ['bank', true],
      ['respondent', true],
      ['complainant', true],
      ['bank', false],
      ['respondent', false],
      ['complainant', false],
    ]);
  });

  it('D13: the settlement stays in the file and is served on nobody', () => {
    const journey = settled().issued('D13', '2025-04-18');
    as('2025-04-18')
      .given(...journey.events)
      .when({ type: 'SendDocument', data: { documentId: 'D13', method: 'mail' } })
      .thenRefused('document-stays-in-file');
  });
});

describe('what they say', () => {
  it('D12: when, where, before whom, between whom', () => {
    const journey = accepted()
      .mediating('2025-04-21')
      .does('officer', '2025-04-21', {
        type: 'CallSession',
        data: { sessionId: 'call-1', appointedFor: cn('2025-04-24'), place: sealedFor('session.place') },
      });
    journey.issued('D12', '2025-04-21', 'D12', 'call-1');
    expect(contents(journey, 'D12')).toMatchObject({
      appointedFor: cn('2025-04-24'),
      place: sealedFor('session.place'),
      mediators: ['officer'],
      parties: { complainants: ['subject-1'], respondent: '云海青山国际旅行社有限公司' },
    });
  });

  it('D13: parties, facts, terms, amount and day, who checked it', () => {
    expect(contents(settled().issued('D13', '2025-04-18'), 'D13')).toMatchObject({
      terms: sealedFor('settlement.terms'),
      amountFen: 60_000,
      payBy: '2025-05-30',
      checkedBy: 'officer',
    });
  });

  it('G29: D14 has claims, facts, process and result, both signatures, the seal, three copies', () => {
    expect(contents(agreed().issued('D14', '2025-04-28'), 'D14')).toMatchObject({
      claims: [{ kind: 'lodging-below-grade' }],
      facts: sealedFor('facts.established'),
      process: [{ heldAt: cn('2025-04-22'), present: ['complainant', 'respondent'] }],
      terms: sealedFor('mediation.terms'),
      amountFen: 104_000,
      payBy: '2025-05-30',
      signatures: ['complainant', 'respondent'],
      seal: 'office-1',
      copies: 3,
    });
  });

  it('G57: D15 has the course, the reason and the remedies', () => {
    expect(contents(terminated().issued('D15', '2025-04-28'), 'D15')).toMatchObject({
      course: sealedFor('termination.course'),
      reason: sealedFor('termination.reason'),
      remedies: [
        { remedy: 'arbitration', days: null },
        { remedy: 'civil-action', days: null },
      ],
    });
  });

  it('G30: the ruling notes what can be done against it and within how many days, where the rulebook says so', () => {
    expect(contents(ruled().issued('D15R', '2025-04-28'), 'D15R')).toMatchObject({
      facts: sealedFor('facts.established'),
      grounds: sealedFor('ruling.grounds'),
      ruling: sealedFor('ruling.text'),
      remedies: [
        { remedy: 'reconsideration', days: 15 },
        { remedy: 'action-against-decision', days: 15 },
      ],
    });
  });

  it("G31: D16 has parties, facts, law, decision, amount and the bureau leader's signature; D17 agency, amount, payees", () => {
    const journey = deposited().issued('D16', '2025-04-28').issued('D17', '2025-04-28');
    expect(contents(journey, 'D16')).toMatchObject({
      facts: sealedFor('facts.established'),
      law: { rulebook: 'RB-2010', grounds: ['stranded'] },
      decision: sealedFor('deposit.decision'),
      amountFen: 98_000,
      payBy: '2025-05-30',
      signedBy: 'bureau-leader',
      signedAt: cn('2025-04-25'),
    });
    expect(contents(journey, 'D17')).toMatchObject({
      agency: { name: '云海青山国际旅行社有限公司' },
      payees: ['subject-1'],
      form: 'allocation',
      amountFen: 98_000,
    });
  });
});
