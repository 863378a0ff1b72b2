import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { Journey, cn, contextAt, sealedFor } from '../fixture/complaint.js';
import { complaintDecider } from '../case/decider.js';

const at = (now: string) => specify(complaintDecider, contextAt(cn(now), 'officer'));
const report = (reportedAt?: string) =>
  ({
    type: 'RecordReferralReport',
    data: { result: sealedFor('referral.result'), ...(reportedAt ? { reportedAt: cn(reportedAt) } : {}) },
  }) as const;
const result = (receivedAt?: string) =>
  ({
    type: 'RecordTransferResult',
    data: { result: sealedFor('transfer.result'), ...(receivedAt ? { receivedAt: cn(receivedAt) } : {}) },
  }) as const;

const referred = () =>
  new Journey()
    .registered('2025-04-15')
    .reviewed('2025-04-16', { jurisdiction: 'lower-level', competent: '古城区文旅局' })
    .decided('2025-04-17', { outcome: 'refer-down' })
    .withHandlers('2025-04-17', 'officer')
    .issued('D07', '2025-04-17');
const transferred = () =>
  new Journey()
    .registered('2025-04-15')
    .reviewed('2025-04-16', { jurisdiction: 'other-department', competent: '交通运输局' })
    .decided('2025-04-17', { outcome: 'transfer' })
    .withHandlers('2025-04-17', 'officer')
    .issued('D08', '2025-04-17');

describe('cases that go elsewhere', () => {
  it('G12, A15: the referred case stays open under supervision for 30 CD from the service and ends with the report', () => {
    const journey = referred();
    at('2025-04-18')
      .given(...journey.events)
      .when(report())
      .thenRefused('referral-not-served');
    journey.served('D07', '2025-04-18');
    expect(journey.state.phase).toBe('referred-down');
    expect(journey.clock('DL-REFER-RESULT.RB-MANUAL.1')).toMatchObject({
      amount: 30,
      unit: 'CD',
      startAt: cn('2025-04-18'),
      dueOn: '2025-05-19',
    });
    at('2025-05-19')
      .given(...journey.events)
      .when(report())
      .then(
        { type: 'ClockMet', data: { clock: 'DL-REFER-RESULT.RB-MANUAL.1', inTime: true } },
        { type: 'ClockMet', data: { clock: 'DL-CUSTODY.RB-MANUAL.1', inTime: true } },
        { type: 'ReferralReported', data: { reportedAt: cn('2025-05-19') } },
      );
    expect(journey.does('officer', '2025-05-19', report()).state.phase).toBe('referral-concluded');
    at('2025-05-20')
      .given(...journey.events)
      .when(report())
      .thenRefused('action-not-in-this-phase');
  });

  it('G12: a report is not older than the service, nor of tomorrow', () => {
    const { events } = referred().served('D07', '2025-04-18');
    at('2025-04-21')
      .given(...events)
      .when(report('2025-04-17'))
      .thenRefused('happened-too-early');
    at('2025-04-21')
      .given(...events)
      .when(report('2025-04-22'))
      .thenRefused('happened-in-the-future');
  });

  it('G13: the written result of the other department ends a case whose letter has gone out', () => {
    at('2025-04-18')
      .given(...transferred().events)
      .when(result())
      .thenRefused('transfer-not-sent');
    const journey = transferred().sent('D08', '2025-04-18');
    at('2025-04-22')
      .given(...journey.events)
      .when(result('2025-04-17'))
      .thenRefused('happened-too-early');
    journey.does('officer', '2025-04-22', result());
    expect(journey.state.phase).toBe('transfer-concluded');
    expect(journey.clock('DL-TRANSFER.RB-MANUAL.1').status).toBe('cancelled');
  });

  it('the end of a case does not hide a clock that had run out before it', () => {
    const journey = transferred().sent('D08', '2025-04-18').does('officer', '2025-05-12', result());
    expect(journey.clock('DL-TRANSFER.RB-MANUAL.1').status).toBe('missed');
    expect(journey.all('Escalated').at(-1)?.data).toMatchObject({
      clock: 'DL-TRANSFER.RB-MANUAL.1',
      consequence: 'statutory-breach',
    });
    const inTime = transferred()
      .sent('D08', '2025-04-18')
      .does('officer', '2025-05-12', result('2025-04-24'));
    expect(inTime.clock('DL-TRANSFER.RB-MANUAL.1').status).toBe('cancelled');
  });
});
