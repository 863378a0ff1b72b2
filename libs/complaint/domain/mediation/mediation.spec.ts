import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import type { CommandOf } from '../case/commands.js';
import { complaintDecider } from '../case/decider.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { SESSION } from '../fixture/inquiry.js';

const as = (now: string, by: Person = 'officer') => specify(complaintDecider, contextAt(cn(now), by));
const request = { type: 'RequestMediation', data: { party: 'complainant' } } as const;
const open = (mediators: readonly string[] = ['officer']) =>
  ({ type: 'OpenMediation', data: { mediators } }) as const;
const hold = (change: Partial<CommandOf<'HoldSession'>['data']> = {}) =>
  ({ type: 'HoldSession', data: { ...SESSION, ...change } }) as const;
const agree = (change: Partial<CommandOf<'AgreeMediation'>['data']> = {}) =>
  ({
    type: 'AgreeMediation',
    data: {
      terms: sealedFor('mediation.terms'),
      amountFen: 104_000,
      payBy: '2025-05-30',
      complainants: ['subject-1'],
      respondent: true,
      ...change,
    },
  }) as const;
const fail = (reason: CommandOf<'FailMediation'>['data']['reason'], failedAt?: string) =>
  ({
    type: 'FailMediation',
    data: { reason, note: sealedFor('mediation.failure'), ...(failedAt ? { failedAt: cn(failedAt) } : {}) },
  }) as const;

/** Accepted on 2025-04-15 (mediation until 05-15), the facts established on 04-21. */
const established = (change = {}) => Journey.accepted('2025-04-15', change).investigated('2025-04-21');
const mediating = (change = {}) => established(change).mediating('2025-04-22');

describe('opening mediation', () => {
  it('G27: is at the request of a party, recorded once for each', () => {
    as('2025-04-22')
      .given(...established().events)
      .when(open())
      .thenRefused('mediation-not-requested');
    const asked = established().does('officer', '2025-04-22', request);
    as('2025-04-22')
      .given(...asked.events)
      .when(request)
      .thenNothing();
    as('2025-04-22')
      .given(...asked.events)
      .when({ type: 'RequestMediation', data: { party: 'respondent' } })
      .then({ type: 'MediationRequested', data: { party: 'respondent', recordedBy: 'officer' } });
    as('2025-04-22')
      .given(...asked.events)
      .when(open(['colleague', 'officer', 'officer']))
      .then({ type: 'MediationOpened', data: { mediators: ['colleague', 'officer'] } });
    as('2025-04-22')
      .given(...asked.events)
      .when(open([]))
      .thenRefused('mediator-missing');
  });

  it('G27: can be asked for as soon as the respondent has been served', () => {
    const notified = Journey.accepted('2025-04-15').notified('2025-04-16');
    as('2025-04-17')
      .given(...notified.events)
      .when(request)
      .then({ type: 'MediationRequested' });
    const unserved = Journey.accepted('2025-04-15');
    as('2025-04-17')
      .given(...unserved.events)
      .when(request)
      .thenRefused('respondent-not-served');
  });

  it('G28: comes only after the facts are established, whoever asks', () => {
    const journey = Journey.accepted('2025-04-15').notified('2025-04-16').replied('2025-04-17');
    journey.underInquiry('2025-04-18').does('officer', '2025-04-18', request);
    as('2025-04-18')
      .given(...journey.events)
      .when(open())
      .thenRefused('action-not-in-this-phase');
    as('2025-04-18')
      .given(...journey.events)
      .when(hold())
      .thenRefused('action-not-in-this-phase');
    const before = established().does('officer', '2025-04-22', request);
    as('2025-04-23')
      .given(...before.events)
      .when({ type: 'OpenMediation', data: { mediators: ['officer'], openedAt: cn('2025-04-20') } })
      .thenRefused('happened-too-early', { notBefore: cn('2025-04-21') });
  });

  it('G62: who stands aside does not mediate', () => {
    const journey = established().does('officer', '2025-04-22', request);
    journey
      .does('head', '2025-04-22', {
        type: 'RequestRecusal',
        data: {
          recusalId: 'recusal-1',
          person: 'colleague',
          ground: 'party-or-near-relative',
          reason: sealedFor('recusal.reason'),
          applicant: 'complainant',
        },
      })
      .does('leader', '2025-04-22', {
        type: 'DecideRecusal',
        data: { recusalId: 'recusal-1', granted: true, reason: sealedFor('recusal.decision') },
      });
    as('2025-04-23')
      .given(...journey.events)
      .when(open(['colleague']))
      .thenRefused('recused-cannot-handle');
  });
});

describe('a session of mediation', () => {
  const call = {
    type: 'CallSession',
    data: { sessionId: 'call-1', appointedFor: cn('2025-04-25'), place: sealedFor('session.place') },
  } as const;
  const called = () =>
    mediating().does('officer', '2025-04-22', call).issued('D12', '2025-04-22', 'D12', 'call-1');

  it('G28: is recorded with place, presence, proposals and positions; the same again is nothing', () => {
    as('2025-04-25')
      .given(...mediating().events)
      .when(hold())
      .then({
        type: 'MediationSessionHeld',
        data: { ...SESSION, heldAt: cn('2025-04-25'), recordedBy: 'officer' },
      });
    as('2025-04-26')
      .given(...mediating().sat('2025-04-25').events)
      .when(hold())
      .thenNothing();
    as('2025-04-25')
      .given(...mediating().events)
      .when(hold({ present: [] }))
      .thenRefused('nobody-present');
  });

  it('G28: whoever is absent must have been served a call before (D12)', () => {
    const alone = hold({ present: ['complainant'] });
    as('2025-04-25')
      .given(...mediating().events)
      .when(alone)
      .thenRefused('party-not-called', { uncalled: ['respondent'] });
    const issued = called();
    as('2025-04-25')
      .given(...issued.events)
      .when(alone)
      .thenRefused('party-not-called');
    const served = issued.served('D12-respondent', '2025-04-23');
    as('2025-04-25')
      .given(...served.events)
      .when(alone)
      .then({ type: 'MediationSessionHeld' });
    as('2025-04-25')
      .given(...served.events)
      .when(hold({ present: ['complainant'], heldAt: cn('2025-04-22') }))
      .thenRefused('party-not-called');
  });
});

describe('an agreement', () => {
  it('G29: of both sides, with amount and day of payment, ends the case; mediation and disposal were in time', () => {
    const journey = mediating().sat('2025-04-25');
    as('2025-04-28')
      .given(...journey.events)
      .when(agree())
      .thenAmongOthers(
        { type: 'ClockMet', data: { clock: 'DL-MEDIATE.RB-MANUAL.1', inTime: true } },
        { type: 'ClockMet', data: { clock: 'DL-DISPOSE.RB-2010.1', inTime: true } },
        { type: 'MediationAgreed', data: { amountFen: 104_000, payBy: '2025-05-30', by: 'officer' } },
      );
    journey.does('officer', '2025-04-28', agree());
    expect(journey.state.phase).toBe('agreed');
    expect(journey.state.clocks.filter(({ status }) => status === 'running')).toEqual([]);
  });

  it('G29: needs a session on record, both signatures, and a day of payment for what is to be paid', () => {
    as('2025-04-28')
      .given(...mediating().events)
      .when(agree())
      .thenRefused('session-missing');
    const { events } = mediating().sat('2025-04-25');
    as('2025-04-28')
      .given(...events)
      .when(agree({ respondent: false }))
      .thenRefused('mediation-not-signed');
    as('2025-04-28')
      .given(...events)
      .when(agree({ complainants: [] }))
      .thenRefused('consent-of-all-missing');
    as('2025-04-28')
      .given(...events)
      .when(agree({ payBy: undefined }))
      .thenRefused('payment-day-missing');
    as('2025-04-28')
      .given(...events)
      .when(agree({ amountFen: 0, payBy: undefined }))
      .thenAmongOthers({ type: 'MediationAgreed' });
  });

  it('G53: a joint complaint is agreed on by all', () => {
    const complainants = Array.from({ length: 4 }, (_, index) => ({ subject: `subject-${String(index)}` }));
    const all = complainants.map(({ subject }) => subject);
    const joint = mediating({ complainants, representatives: ['subject-0'] }).sat('2025-04-25');
    as('2025-04-28')
      .given(...joint.events)
      .when(agree({ complainants: ['subject-0'] }))
      .thenRefused('consent-of-all-missing', { complainants: 4, consented: 1 });
    as('2025-04-28')
      .given(...joint.events)
      .when(agree({ complainants: all }))
      .thenAmongOthers({ type: 'MediationAgreed' });
  });
});

describe('mediation that fails', () => {
  it('G57: for a reason that fits its course', () => {
    const open = mediating();
    as('2025-04-25')
      .given(...open.events)
      .when(fail('no-agreement'))
      .thenRefused('failure-contradicts-course');
    as('2025-04-25')
      .given(...open.events)
      .when(fail('not-requested'))
      .thenRefused('failure-contradicts-course');
    as('2025-04-25')
      .given(...open.events)
      .when(fail('party-absent'))
      .thenAmongOthers({ type: 'MediationFailed' });
    as('2025-04-25')
      .given(...open.sat('2025-04-24').events)
      .when(fail('no-agreement'))
      .then(
        { type: 'ClockMet', data: { clock: 'DL-MEDIATE.RB-MANUAL.1', inTime: true } },
        {
          type: 'MediationFailed',
          data: { reason: 'no-agreement', by: 'officer', failedAt: cn('2025-04-25') },
        },
      );
  });

  it('G27: where nobody asks for it there is nothing to mediate', () => {
    const quiet = established();
    as('2025-04-25')
      .given(...quiet.events)
      .when(fail('party-absent'))
      .thenRefused('failure-contradicts-course');
    as('2025-04-25')
      .given(...quiet.events)
      .when(fail('not-requested'))
      .thenAmongOthers({ type: 'MediationFailed' });
  });

  it('G57: afterwards nothing can be agreed under it any more', () => {
    const failed = mediating().mediationFailed('2025-04-25');
    as('2025-04-28')
      .given(...failed.events)
      .when(agree())
      .thenRefused('mediation-over');
    as('2025-04-28')
      .given(...failed.events)
      .when(hold())
      .thenRefused('action-not-in-this-phase');
  });
});

describe('when the time for mediation runs out', () => {
  it.each(['facts-established', 'mediating'] as const)(
    'G35, A08: in a case that is %s it has failed, which the case says itself',
    (phase) => {
      const journey = (phase === 'mediating' ? mediating() : established()).ringsUntil('2025-05-16 00:00');
      expect(journey.all('MediationFailed').map(({ data }) => data)).toEqual([
        { reason: 'term-over', failedAt: cn('2025-05-16 00:00') },
      ]);
      expect(journey.state.phase).toBe('mediation-failed');
      expect(journey.clock('DL-MEDIATE.RB-MANUAL.1').status).toBe('missed');
      journey.ring('DL-MEDIATE.RB-MANUAL.1', 'due', '2025-05-20');
      expect(journey.all('MediationFailed')).toHaveLength(1);
    },
  );

  it('G28, G35: where the facts are not established nothing can have failed; it is brought before the section', () => {
    const journey = Journey.accepted('2025-04-15').notified('2025-04-16').replied('2025-04-17');
    journey.underInquiry('2025-04-18').ringsUntil('2025-05-16 00:00');
    expect(journey.all('MediationFailed')).toEqual([]);
    expect(journey.state.phase).toBe('under-investigation');
    expect(journey.all('Escalated').at(-1)?.data).toMatchObject({ to: ['handler', 'section-head'] });
  });

  it('G35: the thirty days of the manual over, facts that come later can still be mediated on in the time of the law', () => {
    const journey = Journey.accepted('2025-04-15').notified('2025-04-16').replied('2025-04-17');
    journey.ringsUntil('2025-05-17').mediating('2025-05-19').sat('2025-05-20');
    journey.does('officer', '2025-05-21', agree());
    expect(journey.clock('DL-MEDIATE.RB-MANUAL.1').status).toBe('met-late');
    expect(journey.clock('DL-DISPOSE.RB-2010.1').status).toBe('met');
  });

  it('G35: what was agreed after the end is refused before the clock has rung as after it', () => {
    const journey = mediating().sat('2025-04-25');
    as('2025-05-16')
      .given(...journey.events)
      .when(agree())
      .thenRefused('mediation-term-over', { dueOn: '2025-05-15' });
    journey.ringsUntil('2025-05-16 00:00');
    as('2025-05-16')
      .given(...journey.events)
      .when(agree())
      .thenRefused('mediation-over');
  });

  it('late facts: what was agreed in time and is recorded afterwards counts, and puts the miss right', () => {
    const journey = mediating().sat('2025-05-15').ringsUntil('2025-05-16 00:00');
    as('2025-05-19')
      .given(...journey.events)
      .when(agree({ agreedAt: cn('2025-05-15 16:00') }))
      .thenAmongOthers({ type: 'ClockMet', data: { clock: 'DL-MEDIATE.RB-MANUAL.1', inTime: true } });
    journey.does('officer', '2025-05-19', agree({ agreedAt: cn('2025-05-15 16:00') }));
    expect(journey.state.phase).toBe('agreed');
    expect(journey.clock('DL-MEDIATE.RB-MANUAL.1').status).toBe('met');
  });

  it('A05: in a deposit case it is the thirty days from the facts that end it', () => {
    const journey = mediating({ class: 'deposit' }).ringsUntil('2025-05-20');
    expect(journey.state.phase).toBe('mediating');
    journey.ringsUntil('2025-05-22 00:00');
    expect(journey.state.phase).toBe('mediation-failed');
  });
});
