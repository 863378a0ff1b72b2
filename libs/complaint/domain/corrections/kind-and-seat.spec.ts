import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import type { ComplaintCommand } from '../case/commands.js';
import { complaintDecider } from '../case/decider.js';
import { correct, correction } from '../fixture/correcting.js';
import { depositSubmitted } from '../fixture/ends.js';
import { cn, contextAt, FULL_REPLY, Journey, sealedFor, type Person } from '../fixture/complaint.js';
import type { CorrectedRespondent } from './facts.js';

const DAY = '2025-04-15';
const LATER = '2025-04-22';
const RESPONDENT = { name: '云海青山有限公司', kind: 'hotel', division: '990100' } as const;
const as = (journey: Journey, by: Person, day = LATER) =>
  specify(complaintDecider, contextAt(cn(day), by)).given(...journey.events);
const rightly = (journey: Journey, respondent: CorrectedRespondent, day = LATER) =>
  correct(journey, day, 'ComplaintRegistered', { respondent });
const registered = (respondent: object = RESPONDENT) =>
  new Journey().registered(DAY, { respondent: respondent as typeof RESPONDENT });
const served = (respondent?: object) =>
  registered(respondent)
    .reviewed('2025-04-16')
    .filed('2025-04-17')
    .issued('D05', '2025-04-17')
    .served('D05', '2025-04-17');
const reply = (...parts: (keyof typeof FULL_REPLY)[]): ComplaintCommand => ({
  type: 'RecordReply',
  data: {
    receivedAt: cn(LATER),
    parts: Object.fromEntries(parts.map((part) => [part, FULL_REPLY[part]])),
    evidence: [],
  },
});
const OF_ALL = ['facts-and-evidence', 'proposed-handling'] as const;

describe('kind and seat of the respondent recorded wrongly (更正, H17)', () => {
  it('H17: are put right by an event that says what was held; no clock moves', () => {
    const journey = served();
    const { clocks } = journey.state;
    rightly(journey, { kind: 'travel-agency', division: '990200' });
    expect(journey.state.registration.respondent).toMatchObject({
      kind: 'travel-agency',
      division: '990200',
    });
    expect(journey.state.corrections).toMatchObject([
      { was: { respondent: { kind: 'hotel', division: '990100' } } },
    ]);
    expect(journey.state.clocks).toEqual(clocks);
    as(journey, 'head')
      .when(correction(journey, 'ComplaintRegistered', { respondent: { kind: 'travel-agency' } }))
      .thenNothing();
  });

  it('H17: a document that says nothing of it stands; the notice to the respondent asks for what its kind owes', () => {
    const journey = served().issued('D04', '2025-04-17').served('D04', '2025-04-17');
    const since = () =>
      journey.state.documents.map(({ kind, correctedSince }) => [kind, correctedSince?.length]);
    rightly(journey, { division: '990200' });
    expect(since()).toEqual([
      ['D05', undefined],
      ['D04', undefined],
    ]);
    rightly(journey, { kind: 'travel-agency' });
    expect(since()).toEqual([
      ['D05', 1],
      ['D04', undefined],
    ]);
  });

  it('G18, B08, H17: nobody has to state what he was not asked for, nor what he does not owe', () => {
    const agency = rightly(served(), { kind: 'travel-agency' });
    as(agency, 'officer')
      .when(reply('facts-and-evidence'))
      .thenRefused('reply-incomplete', { required: [...OF_ALL] });
    as(agency, 'officer')
      .when(reply(...OF_ALL))
      .thenAmongOthers({ type: 'RespondentReplied' });
    const hotel = rightly(served({ ...RESPONDENT, kind: 'travel-agency' }), { kind: 'hotel' });
    as(hotel, 'officer')
      .when(reply(...OF_ALL))
      .thenAmongOthers({ type: 'RespondentReplied' });
  });

  it('G18: once the notice is served anew, all that a travel agency owes is owed', () => {
    const journey = rightly(served(), { kind: 'travel-agency' });
    journey.issued('D05', LATER, 'again').served('again', LATER);
    as(journey, 'officer')
      .when(reply(...OF_ALL))
      .thenRefused('reply-incomplete', { missing: ['verification-process', 'liability'] });
  });

  it('G04, G50, H17: a review that found otherwise than now holds is not decided on but sent back', () => {
    const ours = { ...RESPONDENT, division: '990100' };
    const decide = { type: 'DecideAcceptance', data: { outcome: 'accept' } } as const;
    const placed = () =>
      new Journey().registered(DAY, {
        respondent: ours,
        contract: { signedDivision: '990200' },
        harmDivision: '990200',
      });
    const journey = rightly(placed().reviewed('2025-04-16'), { division: '990200' }, '2025-04-17');
    as(journey, 'leader', '2025-04-18')
      .when(decide)
      .thenRefused('jurisdiction-corrected-since', {
        determined: 'other-tourism-office',
        offices: ['office-2'],
        recorded: 'own-level',
      });
    journey.does('leader', '2025-04-18', { type: 'ReturnReview', data: { reason: sealedFor('reason') } });
    journey.reviewed('2025-04-18', {
      jurisdiction: 'other-tourism-office',
      competentOffice: 'office-2',
    });
    as(journey, 'leader', '2025-04-19')
      .when({ type: 'DecideAcceptance', data: { outcome: 'transfer' } })
      .thenAmongOthers({ type: 'AcceptanceDecided' });
    const same = rightly(placed().reviewed('2025-04-16'), { kind: 'restaurant' }, '2025-04-17');
    as(same, 'leader', '2025-04-18').when(decide).thenAmongOthers({ type: 'AcceptanceDecided' });
  });

  it('G04: what was decided stays decided; whose matter it would be is shown anew', () => {
    const journey = rightly(served(), { kind: 'taxi' });
    expect(journey.state).toMatchObject({ phase: 'filed', decision: { outcome: 'accept' } });
  });

  describe('the deposit', () => {
    const sign = { type: 'SignDepositDecision', data: {} } as const;
    const assess = {
      type: 'AssessDepositEligibility',
      data: {
        grounds: ['prepaid-loss'],
        exclusions: [],
        payment: 'cannot-pay',
        reasons: sealedFor('reasons'),
      },
    } as const;

    it('G32, H17: is assessed anew before anything of it is signed', () => {
      const journey = rightly(depositSubmitted(DAY), { kind: 'hotel' });
      as(journey, 'bureau-leader').when(sign).thenRefused('deposit-not-assessed');
      journey.does('officer', LATER, assess);
      as(journey, 'bureau-leader')
        .when(sign)
        .thenRefused('deposit-not-eligible', { against: ['travel-agency'] });
    });

    it('G31, G32: once it is signed, the kind is not put right any more before the case is reopened; all else is', () => {
      const journey = depositSubmitted(DAY).does('bureau-leader', LATER, sign);
      const asked = (respondent: CorrectedRespondent) =>
        as(journey, 'head').when(correction(journey, 'ComplaintRegistered', { respondent }));
      asked({ kind: 'hotel' }).thenRefused('deposit-decided-by-kind', { kind: 'travel-agency' });
      asked({ kind: 'travel-agency', division: '990200' }).then({
        type: 'RecordCorrected',
        data: { is: { respondent: { division: '990200' } } },
      });
    });
  });
});
