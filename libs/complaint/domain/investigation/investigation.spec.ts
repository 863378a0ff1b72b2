import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import type { CommandOf } from '../case/commands.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { FACTS, POINT, RECORD } from '../fixture/inquiry.js';

const as = (now: string, by: Person = 'officer') => specify(complaintDecider, contextAt(cn(now), by));
const INVESTIGATORS = [{ id: 'officer', certificate: '云执 1' }, { id: 'colleague' }];
const open = (data: Partial<CommandOf<'OpenInvestigation'>['data']> = {}) =>
  ({ type: 'OpenInvestigation', data: { investigators: INVESTIGATORS, ...data } }) as const;
const identify = { type: 'IdentifyDisputePoints', data: { points: [POINT] } } as const;
const record = (change: Partial<CommandOf<'RecordInvestigation'>['data']> = {}) =>
  ({ type: 'RecordInvestigation', data: { ...RECORD, ...change } }) as const;
const establish = (change: Partial<CommandOf<'EstablishFacts'>['data']> = {}) =>
  ({ type: 'EstablishFacts', data: { ...FACTS, ...change } }) as const;

/** Handled by the officer alone; answered on 2025-04-21. */
const replied = () =>
  new Journey()
    .registered('2025-04-15')
    .reviewed('2025-04-16')
    .filed('2025-04-17')
    .notified('2025-04-17')
    .replied('2025-04-21');
const opened = () => replied().does('officer', '2025-04-22', open());
const inquired = () =>
  opened().does('officer', '2025-04-22', identify).does('officer', '2025-04-23', record());

describe('opening the investigation', () => {
  it('G20: after the answer the investigators are named, each once, with their certificates', () => {
    as('2025-04-22')
      .given(...replied().events)
      .when(open({ investigators: [...INVESTIGATORS, { id: 'colleague' }] }))
      .then({
        type: 'InvestigationOpened',
        data: {
          investigators: [{ id: 'colleague' }, { id: 'officer', certificate: '云执 1' }],
          openedAt: cn('2025-04-22'),
        },
      });
    as('2025-04-21')
      .given(...new Journey().registered('2025-04-15').reviewed('2025-04-16').filed('2025-04-17').events)
      .when(open())
      .thenRefused('action-not-in-this-phase');
    as('2025-04-22', 'colleague')
      .given(...replied().events)
      .when(open())
      .thenRefused('not-a-handler');
  });

  it('G19, G20: silence does not stand against it', () => {
    const silent = new Journey()
      .registered('2025-04-15')
      .reviewed('2025-04-16')
      .filed('2025-04-17')
      .notified('2025-04-17')
      .ringsUntil('2025-04-28 00:00');
    as('2025-04-28')
      .given(...silent.events)
      .when(open())
      .thenAmongOthers({ type: 'InvestigationOpened' });
  });

  it('G22: one person cannot investigate; the same named again change nothing, others take their place', () => {
    as('2025-04-22')
      .given(...replied().events)
      .when(open({ investigators: [{ id: 'officer' }, { id: 'officer' }] }))
      .thenRefused('investigators-too-few', { distinct: 1 });
    as('2025-04-23')
      .given(...opened().events)
      .when(open())
      .thenNothing();
    const others = opened().does(
      'officer',
      '2025-04-23',
      open({ investigators: [{ id: 'officer' }, { id: 'deputy' }] }),
    );
    expect(others.state).toMatchObject({
      investigation: { investigators: [{ id: 'deputy' }, { id: 'officer' }] },
    });
  });

  it('G62: who stands aside does not investigate', () => {
    const barred = replied()
      .does('head', '2025-04-21', {
        type: 'RequestRecusal',
        data: {
          recusalId: 'recusal-1',
          person: 'colleague',
          ground: 'interest-in-the-matter',
          reason: sealedFor('recusal.reason'),
          applicant: 'respondent',
        },
      })
      .does('leader', '2025-04-21', {
        type: 'DecideRecusal',
        data: { recusalId: 'recusal-1', granted: true, reason: sealedFor('recusal.decision') },
      });
    as('2025-04-22')
      .given(...barred.events)
      .when(open())
      .thenRefused('recused-cannot-handle', { recused: ['colleague'] });
  });

  it('G20, G55: people are summoned and other offices asked, each once however often it is said', () => {
    const summons = {
      type: 'SummonPerson',
      data: {
        summonsId: 'summons-1',
        person: sealedFor('summons.person'),
        appointedFor: cn('2025-04-24'),
        place: sealedFor('summons.place'),
      },
    } as const;
    const commission = {
      type: 'CommissionInvestigation',
      data: {
        commissionId: 'commission-1',
        office: '临海市文旅局',
        matters: sealedFor('commission.matters'),
      },
    } as const;
    as('2025-04-22')
      .given(...replied().events)
      .when(summons)
      .thenRefused('investigation-not-open');
    as('2025-04-22')
      .given(...opened().events)
      .when(summons)
      .then({ type: 'PersonSummoned', data: summons.data });
    as('2025-04-22')
      .given(...opened().events)
      .when(commission)
      .then({ type: 'InvestigationCommissioned', data: commission.data });
    const both = opened().does('officer', '2025-04-22', summons).does('officer', '2025-04-22', commission);
    as('2025-04-23')
      .given(...both.events)
      .when(summons)
      .thenNothing();
    as('2025-04-23')
      .given(...both.events)
      .when(commission)
      .thenNothing();
  });

  it('G21: both accounts are compared point by point; more points can be added, none is lost', () => {
    as('2025-04-22')
      .given(...opened().events)
      .when(identify)
      .then({ type: 'DisputePointsIdentified', data: { points: [POINT] } });
    as('2025-04-22')
      .given(...opened().events)
      .when({ type: 'IdentifyDisputePoints', data: { points: [] } })
      .thenRefused('dispute-points-missing');
    const more = { ...POINT, pointId: 'point-1' };
    const added = inquired().does('officer', '2025-04-24', {
      type: 'IdentifyDisputePoints',
      data: { points: [POINT, more] },
    });
    expect(added.state).toMatchObject({ investigation: { points: [POINT, more] } });
  });
});

describe('the record of an investigation', () => {
  it('G22: two different people, each a handler or a named investigator of the case', () => {
    as('2025-04-23')
      .given(...opened().events)
      .when(record({ investigators: ['officer', 'colleague', 'officer'] }))
      .then({
        type: 'InvestigationRecorded',
        data: { investigators: ['colleague', 'officer'], heldAt: cn('2025-04-23'), recordedBy: 'officer' },
      });
    for (const alone of [[], ['officer'], ['officer', 'officer']]) {
      as('2025-04-23')
        .given(...opened().events)
        .when(record({ investigators: alone }))
        .thenRefused('investigators-too-few');
    }
    as('2025-04-23')
      .given(...opened().events)
      .when(record({ investigators: ['officer', 'leader'] }))
      .thenRefused('not-an-investigator', { strangers: ['leader'] });
  });

  it('G22: however many are named and in whatever order, fewer than two different ones are refused', () => {
    const people = fc.array(fc.constantFrom('officer', 'colleague'), { maxLength: 6 });
    fc.assert(
      fc.property(people, (investigators) => {
        const answer = as('2025-04-23')
          .given(...opened().events)
          .when(record({ investigators }));
        const lawful = new Set(investigators).size > 1;
        if (lawful) answer.then({ type: 'InvestigationRecorded' });
        else answer.thenRefused('investigators-too-few');
      }),
    );
  });

  it.each([
    [{ person: undefined }, ['person']],
    [{ readOver: false }, ['readOver']],
    [{ signed: false }, ['signed']],
    [{ act: 'inspection', person: undefined, readOver: undefined, signed: false }, ['signed']],
  ] as const)('G22: a record without %j lacks %j', (change, missing) => {
    as('2025-04-23')
      .given(...opened().events)
      .when(record(change))
      .thenRefused('investigation-record-incomplete', { missing: [...missing] });
  });

  it('G22: who will not sign is noted with the reason; an inspection questions nobody', () => {
    const refusal = sealedFor('investigation.refusal');
    as('2025-04-23')
      .given(...opened().events)
      .when(record({ signed: false, readOver: undefined, refusal }))
      .then({ type: 'InvestigationRecorded', data: { signed: false, refusal } });
    as('2025-04-23')
      .given(...opened().events)
      .when(record({ act: 'inspection', person: undefined, readOver: undefined }))
      .then({ type: 'InvestigationRecorded', data: { act: 'inspection' } });
  });

  it('G22: recorded later than held, but not held before the investigation was opened; the same again is nothing', () => {
    as('2025-04-25')
      .given(...opened().events)
      .when(record({ heldAt: cn('2025-04-23') }))
      .then({ type: 'InvestigationRecorded', data: { heldAt: cn('2025-04-23') } });
    as('2025-04-25')
      .given(...opened().events)
      .when(record({ heldAt: cn('2025-04-21') }))
      .thenRefused('happened-too-early');
    as('2025-04-25')
      .given(...inquired().events)
      .when(record())
      .thenNothing();
    as('2025-04-25')
      .given(...replied().events)
      .when(record())
      .thenRefused('investigation-not-open');
  });
});

describe('the established facts', () => {
  it('G23: rest on named records and say who answers for each disputed point', () => {
    const journey = inquired();
    as('2025-04-25')
      .given(...journey.events)
      .when(establish())
      .then({ type: 'FactsEstablished', data: { ...FACTS, establishedAt: cn('2025-04-25'), by: 'officer' } });
    expect(journey.does('officer', '2025-04-25', establish()).state.phase).toBe('facts-established');
  });

  it('G23: no facts without a record, nor without a point in dispute', () => {
    const noRecord = opened().does('officer', '2025-04-22', identify);
    as('2025-04-25')
      .given(...noRecord.events)
      .when(establish())
      .thenRefused('facts-without-record');
    as('2025-04-25')
      .given(...inquired().events)
      .when(establish({ records: ['record-9'] }))
      .thenRefused('facts-without-record', { unknown: ['record-9'] });
    const noPoint = opened().does('officer', '2025-04-23', record());
    as('2025-04-25')
      .given(...noPoint.events)
      .when(establish())
      .thenRefused('dispute-points-missing');
  });

  it('G23: liability is found for every point once, and for no other', () => {
    const finding = { pointId: 'point-0', liability: 'both', reasons: sealedFor('reasons') } as const;
    for (const [liability, facts] of [
      [[], { missing: ['point-0'], strange: [] }],
      [[finding, finding], { missing: [], strange: ['point-0'] }],
      [[finding, { ...finding, pointId: 'x' }], { missing: [], strange: ['x'] }],
    ] as const) {
      as('2025-04-25')
        .given(...inquired().events)
        .when(establish({ liability }))
        .thenRefused('liability-incomplete', facts);
    }
  });

  it('G23: cannot have been established before the records on which they rest', () => {
    as('2025-04-25')
      .given(...inquired().events)
      .when(establish({ establishedAt: cn('2025-04-22') }))
      .thenRefused('happened-too-early', { field: 'establishedAt', notBefore: cn('2025-04-23') });
  });

  it('A05: in a deposit case the thirty days of mediation run from the facts, in others from acceptance', () => {
    const deposit = Journey.accepted('2025-04-15', { class: 'deposit' });
    expect(deposit.state.clocks.map(({ code }) => code)).not.toContain('DL-MEDIATE');
    deposit.investigated('2025-04-25');
    expect(deposit.clock('DL-MEDIATE.RB-MANUAL.1')).toMatchObject({
      start: 'facts-established',
      startAt: cn('2025-04-25'),
      dueOn: '2025-05-26',
    });
    const other = Journey.accepted('2025-04-15').investigated('2025-04-25');
    expect(other.state.clocks.filter(({ code }) => code === 'DL-MEDIATE')).toMatchObject([
      { start: 'acceptance-decided:accept', dueOn: '2025-05-15' },
    ]);
  });

  it('A05: facts established last week and recorded today start the term last week', () => {
    const journey = Journey.accepted('2025-04-15', { class: 'deposit' })
      .notified('2025-04-16')
      .replied('2025-04-17');
    journey
      .underInquiry('2025-04-18')
      .does('officer', '2025-04-30', establish({ establishedAt: cn('2025-04-22') }));
    expect(journey.clock('DL-MEDIATE.RB-MANUAL.1').dueOn).toBe('2025-05-22');
  });
});
