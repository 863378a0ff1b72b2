import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import type { CommandOf } from '../case/commands.js';
import { complaintDecider } from '../case/decider.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { SETTLEMENT_PRINCIPLES } from './facts.js';

const as = (now: string, by: Person = 'officer') => specify(complaintDecider, contextAt(cn(now), by));
const report = (change: Partial<CommandOf<'ReportSettlement'>['data']> = {}) =>
  ({
    type: 'ReportSettlement',
    data: {
      settlementId: 'settlement-1',
      terms: sealedFor('settlement.terms'),
      amountFen: 60_000,
      payBy: '2025-05-30',
      ...change,
    },
  }) as const;
const sign = (change: Partial<CommandOf<'SignSettlement'>['data']> = {}) =>
  ({ type: 'SignSettlement', data: { complainants: ['subject-1'], respondent: true, ...change } }) as const;
const check = (change: Partial<CommandOf<'CheckSettlement'>['data']> = {}) =>
  ({
    type: 'CheckSettlement',
    data: { principles: SETTLEMENT_PRINCIPLES, finding: sealedFor('settlement.finding'), ...change },
  }) as const;

const FIVE = Array.from({ length: 5 }, (_, index) => ({ subject: `subject-${String(index + 1)}` }));
/** Accepted on 2025-04-15; both served on 04-16: the thirty days to report end on 05-16. */
const notified = (change = {}) => Journey.accepted('2025-04-15', change).notified('2025-04-16');
const signed = (journey = notified()) =>
  journey.does('officer', '2025-04-18', report()).does('officer', '2025-04-18', sign());

describe('the settlement of the parties', () => {
  it('G24: is reported after the notice to the respondent, and its report stops the term for it', () => {
    as('2025-04-18')
      .given(...notified().events)
      .when(report())
      .then(
        { type: 'ClockMet', data: { clock: 'DL-SETTLE-REPORT.RB-MANUAL.1', inTime: true } },
        { type: 'SettlementReported', data: { reportedAt: cn('2025-04-18'), recordedBy: 'officer' } },
      );
    const unserved = Journey.accepted('2025-04-15').issued('D05', '2025-04-15');
    as('2025-04-16')
      .given(...unserved.events)
      .when(report())
      .thenRefused('respondent-not-served');
    as('2025-04-18')
      .given(...notified().events)
      .when(report({ reportedAt: cn('2025-04-15') }))
      .thenRefused('happened-too-early');
    as('2025-04-18', 'head')
      .given(...notified().events)
      .when(report())
      .thenRefused('not-a-handler');
  });

  it('G24: can be reported while the complainant has not been served yet', () => {
    const half = Journey.accepted('2025-04-15').issued('D05', '2025-04-15').served('D05', '2025-04-15');
    expect(half.state.phase).toBe('filed');
    as('2025-04-16')
      .given(...half.events)
      .when(report())
      .thenAmongOthers({ type: 'SettlementReported' });
  });

  it('G26: names the last day of payment where something is to be paid', () => {
    as('2025-04-18')
      .given(...notified().events)
      .when(report({ payBy: undefined }))
      .thenRefused('settlement-payment-day-missing');
    as('2025-04-18')
      .given(...notified().events)
      .when(report({ amountFen: 0, payBy: undefined }))
      .thenAmongOthers({ type: 'SettlementReported' });
  });

  it('G26: is signed by both sides, once, and only when it was reported', () => {
    const reported = notified().does('officer', '2025-04-18', report());
    as('2025-04-18')
      .given(...reported.events)
      .when(sign())
      .then({
        type: 'SettlementSigned',
        data: { settlementId: 'settlement-1', complainants: ['subject-1'] },
      });
    as('2025-04-18')
      .given(...reported.events)
      .when(sign({ respondent: false }))
      .thenRefused('settlement-not-signed');
    as('2025-04-18')
      .given(...notified().events)
      .when(sign())
      .thenRefused('settlement-not-reported');
    as('2025-04-18')
      .given(...signed().events)
      .when(sign())
      .thenRefused('settlement-already-signed');
    as('2025-04-19')
      .given(...signed().events)
      .when(report())
      .thenRefused('settlement-already-reported');
  });

  it('G53: every complainant consents, be there two or five; one who is missing is one too many', () => {
    for (const count of [2, 5]) {
      const complainants = FIVE.slice(0, count);
      const representatives = count >= 4 ? ['subject-1'] : [];
      const reported = notified({ complainants, representatives }).does('officer', '2025-04-18', report());
      const all = complainants.map(({ subject }) => subject);
      as('2025-04-18')
        .given(...reported.events)
        .when(sign({ complainants: all.slice(1) }))
        .thenRefused('consent-of-all-missing', { complainants: count, consented: count - 1 });
      as('2025-04-18')
        .given(...reported.events)
        .when(sign({ complainants: all }))
        .then({ type: 'SettlementSigned', data: { complainants: all } });
    }
  });

  it('G53: an agent signs for those he acts for only with the power to settle', () => {
    for (const powers of [['act', 'settle'], ['act']] as const) {
      const journey = notified().does('officer', '2025-04-17', {
        type: 'AuthoriseAgent',
        data: {
          agentId: 'agent-1',
          principals: ['subject-1'],
          name: sealedFor('agent.name'),
          powers,
          powerOfAttorney: sealedFor('agent.power'),
        },
      });
      journey.does('officer', '2025-04-18', report());
      const answer = as('2025-04-18')
        .given(...journey.events)
        .when(sign({ complainants: ['agent-1'] }));
      if (powers.length === 2) answer.then({ type: 'SettlementSigned' });
      else answer.thenRefused('consent-of-all-missing');
    }
  });

  it('G25, G61: the handler checks and signs, and the case is settled; nothing of it runs on', () => {
    as('2025-04-21')
      .given(...signed().events)
      .when(check())
      .thenAmongOthers(
        { type: 'ClockMet', data: { clock: 'DL-MEDIATE.RB-MANUAL.1', inTime: true } },
        { type: 'ClockMet', data: { clock: 'DL-DISPOSE.RB-2010.1', inTime: true } },
        { type: 'ClockCancelled', data: { clock: 'DL-REPLY.RB-MANUAL.1' } },
        { type: 'SettlementChecked', data: { upheld: true, checkedBy: 'officer' } },
      );
    const settled = signed().does('officer', '2025-04-21', check());
    expect(settled.state.phase).toBe('settled');
    expect(settled.state.clocks.filter(({ status }) => status === 'running')).toEqual([]);
  });

  it('G61: unsigned it is not checked', () => {
    const reported = notified().does('officer', '2025-04-18', report());
    as('2025-04-21')
      .given(...reported.events)
      .when(check())
      .thenRefused('settlement-not-signed');
    as('2025-04-21')
      .given(...notified().events)
      .when(check())
      .thenRefused('settlement-not-reported');
  });

  it.each(SETTLEMENT_PRINCIPLES)(
    'G25: not %s, it does not stand: that is kept, and the case goes on',
    (lacking) => {
      const principles = SETTLEMENT_PRINCIPLES.filter((one) => one !== lacking);
      const journey = signed().does('officer', '2025-04-21', check({ principles }));
      expect(journey.all('SettlementChecked')[0]?.data).toMatchObject({ upheld: false, principles });
      expect(journey.state.phase).toBe('awaiting-reply');
      expect(journey.clock('DL-MEDIATE.RB-MANUAL.1').status).toBe('running');
      as('2025-04-22')
        .given(...journey.events)
        .when(report({ settlementId: 'settlement-2' }))
        .then({ type: 'SettlementReported' });
    },
  );

  it('A09: runs beside everything else: report and signature stop neither mediation nor disposal', () => {
    const journey = signed();
    const running = journey.state.clocks.filter(({ status }) => status === 'running').map(({ code }) => code);
    expect(running).toEqual(expect.arrayContaining(['DL-MEDIATE', 'DL-DISPOSE', 'DL-REPLY']));
    expect(journey.all('ClockPaused')).toEqual([]);
  });

  it.each([
    ['awaiting-reply', (journey: Journey) => journey],
    ['under-investigation', (journey: Journey) => journey.replied('2025-04-17')],
    ['facts-established', (journey: Journey) => journey.investigated('2025-04-17')],
    ['mediating', (journey: Journey) => journey.mediating('2025-04-17')],
    ['mediation-failed', (journey: Journey) => journey.mediationFailed('2025-04-17')],
  ] as const)('A09, G24: settles a case that is %s', (phase, way) => {
    const journey = signed(way(notified()));
    expect(journey.state.phase).toBe(phase);
    expect(journey.does('officer', '2025-04-21', check()).state.phase).toBe('settled');
  });
});

describe('when nobody reports a settlement', () => {
  it('G24: mediation is to be offered: said by the case itself, and it can be opened though nobody asked', () => {
    const journey = notified().replied('2025-04-18').ringsUntil('2025-05-19');
    expect(journey.all('SettlementReportOverdue').map(({ data }) => data.at)).toEqual([
      cn('2025-05-17 00:00'),
    ]);
    expect(journey.all('Escalated').at(-1)?.data).toMatchObject({ to: ['handler', 'section-head'] });
  });

  it('G24, G27: with the facts established it is opened without a request, and nobody can say that none was due', () => {
    // Law only: the manual's thirty days of mediation would be over with those of the settlement.
    const journey = Journey.accepted('2025-04-15', { class: 'deposit' }).notified('2025-04-16');
    journey.replied('2025-04-17').investigated('2025-05-12');
    const open = { type: 'OpenMediation', data: { mediators: ['officer'] } } as const;
    as('2025-05-13')
      .given(...journey.events)
      .when(open)
      .thenRefused('mediation-not-requested');
    journey.ringsUntil('2025-05-19');
    as('2025-05-19')
      .given(...journey.events)
      .when(open)
      .then({ type: 'MediationOpened' });
    as('2025-05-19')
      .given(...journey.events)
      .when({ type: 'FailMediation', data: { reason: 'not-requested', note: sealedFor('note') } })
      .thenRefused('failure-contradicts-course');
  });

  it('G24: a report after the term is kept as late and is said once, though no timer had rung', () => {
    const journey = notified().replied('2025-04-18').does('officer', '2025-05-20', report());
    expect(journey.all('SettlementReportOverdue')).toHaveLength(1);
    expect(journey.clock('DL-SETTLE-REPORT.RB-MANUAL.1').status).toBe('met-late');
    journey.ringsUntil('2025-05-21');
    expect(journey.all('SettlementReportOverdue')).toHaveLength(1);
  });

  it('G24: one that was reported in time and recorded late puts the miss right', () => {
    const journey = notified().replied('2025-04-18').ringsUntil('2025-05-19');
    journey.does('officer', '2025-05-19', report({ reportedAt: cn('2025-05-16') }));
    expect(journey.clock('DL-SETTLE-REPORT.RB-MANUAL.1').status).toBe('met');
  });
});
