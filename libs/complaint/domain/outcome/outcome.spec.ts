import { describe, expect, it } from '@jest/globals';
import { SHIPPED } from '#rulebook';
import { specify } from '#testing';
import type { CommandOf } from '../case/commands.js';
import { complaintDecider } from '../case/decider.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';

const as = (now: string, by: Person = 'officer') => specify(complaintDecider, contextAt(cn(now), by));
const rule = (change: Partial<CommandOf<'IssueRuling'>['data']> = {}) =>
  ({
    type: 'IssueRuling',
    data: {
      ruling: sealedFor('ruling.text'),
      grounds: sealedFor('ruling.grounds'),
      amountFen: 104_000,
      payBy: '2025-05-30',
      remedies: [],
      ...change,
    },
  }) as const;
const terminate = (change: Partial<CommandOf<'TerminateMediation'>['data']> = {}) =>
  ({
    type: 'TerminateMediation',
    data: {
      course: sealedFor('termination.course'),
      reason: sealedFor('termination.reason'),
      remedies: ['arbitration', 'civil-action'],
      ...change,
    },
  }) as const;

/** Mediation failed on 2025-04-21. */
const failed = (change: Parameters<typeof Journey.accepted>[1] = {}) =>
  Journey.accepted('2025-04-15', change).mediationFailed('2025-04-21');
const underManual = () => failed({ procedure: 'internal' });
const LAW_OF_1997 = { rulebooks: { internal: 'RB-MANUAL', statutory: 'RB-1997' } };

describe('what follows failed mediation', () => {
  it.each([
    ['RB-1997', {}, 'ruling'],
    ['RB-2010', {}, 'termination'],
    ['RB-2026', {}, 'termination'],
    ['RB-2026', { procedure: 'internal' }, 'ruling'],
  ] as const)('G30, A08: under %s %j it is a %s, and nothing else', (statutory, whose, follows) => {
    const journey = failed({ rulebooks: { internal: 'RB-MANUAL', statutory, ...whose } });
    const ruling = as('2025-04-25', 'leader')
      .given(...journey.events)
      .when(
        rule({
          remedies: statutory === 'RB-1997' ? ['reconsideration', 'action-against-decision'] : [],
        }),
      );
    const termination = as('2025-04-25')
      .given(...journey.events)
      .when(terminate());
    if (follows === 'ruling') {
      ruling.thenAmongOthers({ type: 'RulingIssued' });
      termination.thenRefused('termination-not-under-this-rulebook');
    } else {
      ruling.thenRefused('ruling-not-under-this-rulebook', { rulebook: statutory });
      termination.thenAmongOthers({ type: 'MediationTerminated' });
    }
  });

  it('G30, G57: neither comes before mediation has failed', () => {
    const mediating = Journey.accepted('2025-04-15').mediating('2025-04-21');
    as('2025-04-25')
      .given(...mediating.events)
      .when(terminate())
      .thenRefused('action-not-in-this-phase');
    as('2025-04-25', 'leader')
      .given(...mediating.events)
      .when(rule())
      .thenRefused('action-not-in-this-phase');
  });
});

describe('a ruling', () => {
  it('A08: is due fifteen days after mediation failed, and only where a ruling follows', () => {
    expect(underManual().clock('DL-RULE.RB-MANUAL.1')).toMatchObject({
      startAt: cn('2025-04-21'),
      amount: 15,
      unit: 'CD',
      dueOn: '2025-05-06',
    });
    expect(failed().state.clocks.map(({ code }) => code)).not.toContain('DL-RULE');
  });

  it('A08: it stops that term and ends the case; a late one is kept as late', () => {
    as('2025-05-06', 'leader')
      .given(...underManual().events)
      .when(rule())
      .thenAmongOthers(
        { type: 'ClockMet', data: { clock: 'DL-RULE.RB-MANUAL.1', inTime: true } },
        {
          type: 'RulingIssued',
          data: { decidedBy: 'leader', decidedAt: cn('2025-05-06'), amountFen: 104_000 },
        },
      );
    const late = underManual().ringsUntil('2025-05-07').does('leader', '2025-05-08', rule());
    expect(late.clock('DL-RULE.RB-MANUAL.1').status).toBe('met-late');
    expect(late.all('Escalated').at(-1)?.data.consequence).toBe('statutory-breach');
    expect(late.state.phase).toBe('ruled');
  });

  it('A08: mediation that ended by its time starts the term of the ruling on that day', () => {
    const journey = Journey.accepted('2025-04-15', { procedure: 'internal' }).mediating('2025-04-21');
    journey.ringsUntil('2025-05-17');
    expect(journey.clock('DL-RULE.RB-MANUAL.1')).toMatchObject({
      startAt: cn('2025-05-16 00:00'),
      dueOn: '2025-06-03',
    });
  });

  it('G30: who handled, investigated or mediated does not rule', () => {
    for (const person of ['officer', 'colleague'] as const) {
      as('2025-04-25', person)
        .given(...underManual().events)
        .when(rule())
        .thenRefused('decider-handled-the-case', { decider: person });
    }
    const mediated = Journey.accepted('2025-04-15', { procedure: 'internal' }).investigated('2025-04-21');
    mediated
      .does('officer', '2025-04-21', { type: 'RequestMediation', data: { party: 'respondent' } })
      .does('officer', '2025-04-21', { type: 'OpenMediation', data: { mediators: ['leader'] } })
      .mediationFailed('2025-04-21');
    as('2025-04-25', 'leader')
      .given(...mediated.events)
      .when(rule())
      .thenRefused('decider-handled-the-case');
    as('2025-04-25', 'deputy')
      .given(...mediated.events)
      .when(rule())
      .thenAmongOthers({ type: 'RulingIssued' });
  });

  it('G30: names the remedies of its rulebook with their days, no more and no fewer', () => {
    const journey = failed(LAW_OF_1997);
    const by = as('2025-04-25', 'leader').given(...journey.events);
    by.when(rule()).thenRefused('remedies-not-as-in-the-rulebook', {
      missing: ['reconsideration', 'action-against-decision'],
    });
    by.when(rule({ remedies: ['reconsideration', 'action-against-decision', 'arbitration'] })).thenRefused(
      'remedies-not-as-in-the-rulebook',
      { strange: ['arbitration'] },
    );
    by.when(rule({ remedies: ['action-against-decision', 'reconsideration'] })).thenAmongOthers({
      type: 'RulingIssued',
      data: { remedies: SHIPPED.byId('RB-1997').procedure?.remedies.value },
    });
  });

  it('G30: what is to be paid has a day; a ruling is not dated before mediation failed', () => {
    const by = as('2025-04-25', 'leader').given(...underManual().events);
    by.when(rule({ payBy: undefined })).thenRefused('ruling-payment-day-missing');
    by.when(rule({ amountFen: 0, payBy: undefined })).thenAmongOthers({ type: 'RulingIssued' });
    by.when(rule({ decidedAt: cn('2025-04-20') })).thenRefused('happened-too-early', { field: 'decidedAt' });
  });
});

describe('the termination of mediation', () => {
  it('G57: keeps the course, the reason and the remedies, and the limit of disposal', () => {
    const journey = failed();
    as('2025-04-25')
      .given(...journey.events)
      .when(terminate())
      .thenAmongOthers(
        { type: 'ClockMet', data: { clock: 'DL-DISPOSE.RB-2010.1', inTime: true } },
        {
          type: 'MediationTerminated',
          data: { remedies: [{ remedy: 'arbitration' }, { remedy: 'civil-action' }] },
        },
      );
    journey.does('officer', '2025-04-25', terminate());
    expect(journey.state.phase).toBe('terminated');
    expect(journey.state.clocks.filter(({ status }) => status === 'running')).toEqual([]);
  });

  it('G57: every remedy of the law is named', () => {
    as('2025-04-25')
      .given(...failed().events)
      .when(terminate({ remedies: ['arbitration'] }))
      .thenRefused('remedies-not-as-in-the-rulebook', { missing: ['civil-action'] });
  });

  it('G57: after the sixty days it is a breach that stays visible', () => {
    const journey = failed().ringsUntil('2025-06-20').does('officer', '2025-06-20', terminate());
    expect(journey.clock('DL-DISPOSE.RB-2010.1').status).toBe('met-late');
    expect(journey.state.phase).toBe('terminated');
  });

  it('a termination recorded later counts from when it was', () => {
    const journey = failed().ringsUntil('2025-06-20');
    journey.does('officer', '2025-06-20', terminate({ terminatedAt: cn('2025-06-10') }));
    expect(journey.clock('DL-DISPOSE.RB-2010.1').status).toBe('met');
  });
});
