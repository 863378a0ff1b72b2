import { describe, expect, it } from '@jest/globals';
import { FULL_REPLY, Journey, cn } from '../fixture/complaint.js';

/** The worked examples of the specification, played through the rules of a complaint. */
describe('the worked examples', () => {
  it('E1, A01: hotel downgrade over National Day: the chain that would break 10-10 is foreseen on the day of registration', () => {
    const journey = new Journey().registered('2025-09-26');
    expect(journey.state.registration.rulebooks).toEqual({ internal: 'RB-MANUAL', statutory: 'RB-2010' });
    expect(journey.dueDays).toEqual({
      'DL-REVIEW.RB-MANUAL.1': '2025-09-29',
      'DL-ACCEPT.RB-2010.1': '2025-10-10',
    });
    const [foreseen] = journey.all('ChainOverrunForeseen');
    expect(foreseen?.data).toMatchObject({
      internal: 'RB-MANUAL',
      statutory: 'RB-2010',
      statutoryEndsOn: '2025-10-10',
      verification: 'published',
    });
    expect(foreseen?.data.paths.map(({ decision }) => decision)).toEqual(['reject', 'transfer']);
    expect(foreseen?.data.paths[0]).toEqual({
      decision: 'reject',
      endsOn: '2025-10-13',
      steps: [
        { code: 'DL-REVIEW', dueOn: '2025-09-29' },
        { code: 'DL-APPROVE', dueOn: '2025-10-09' },
        { code: 'DL-REJECT-SERVE', dueOn: '2025-10-13' },
      ],
    });
  });

  it('E1: contract ended 09-20, in time; approval due 10-09; accepted then: mediation 11-10, disposal 12-08', () => {
    const journey = new Journey().registered('2025-09-26').reviewed('2025-09-29', {}, '2025-09-20');
    expect(journey.all('PreliminaryReviewCompleted')[0]?.data.limitation[0]?.inTime).toBe(true);
    expect(journey.dueDays['DL-APPROVE.RB-MANUAL.1']).toBe('2025-10-09');
    journey.decided('2025-10-09', { outcome: 'accept' });
    expect(journey.dueDays).toMatchObject({
      'DL-NOTICE-C.RB-MANUAL.1': '2025-10-13',
      'DL-MEDIATE.RB-MANUAL.1': '2025-11-10',
      'DL-DISPOSE.RB-2010.1': '2025-12-08',
    });
  });

  it('E3: outbound tour cancelled over Spring Festival: five days end on 02-26, sixty on 04-27', () => {
    const journey = new Journey().registered('2026-02-12');
    expect(journey.state.registration.rulebooks.statutory).toBe('RB-2010');
    expect(journey.dueDays['DL-ACCEPT.RB-2010.1']).toBe('2026-02-26');
    journey.reviewed('2026-02-25').decided('2026-02-26 23:59', { outcome: 'accept' });
    expect(journey.clock('DL-ACCEPT.RB-2010.1').status).toBe('met');
    expect(journey.dueDays['DL-DISPOSE.RB-2010.1']).toBe('2026-04-27');
  });

  it('E4: the first case under the new Measures: every way of deciding overruns 04-08; the reply is due 04-16 or 04-20', () => {
    const journey = new Journey().registered('2026-04-03');
    expect(journey.state.registration.rulebooks.statutory).toBe('RB-2026');
    const [foreseen] = journey.all('ChainOverrunForeseen');
    expect(foreseen?.data.statutoryEndsOn).toBe('2026-04-08');
    expect(foreseen?.data.paths.map(({ decision }) => decision)).toEqual([
      'accept',
      'refer-down',
      'reject',
      'transfer',
    ]);
    const late = Journey.notified('2026-04-03', '2026-04-07', '2026-04-08').served('D05', '2026-04-09');
    expect(late.clock('DL-ACCEPT.RB-2026.1')).toMatchObject({ status: 'met', dueOn: '2026-04-08' });
    expect(late.clock('DL-DISPOSE.RB-2026.1').dueOn).toBe('2026-06-08');
    expect(late.clock('DL-REPLY.RB-2026.1')).toMatchObject({
      dueOn: '2026-04-16',
      verification: 'unverified',
    });
    expect(late.clock('DL-REPLY.RB-MANUAL.1').dueOn).toBe('2026-04-20');
  });

  it('E6, G19: notice signed for on 2025-09-28; no reply by 10-09; the silence is noted and the case goes on', () => {
    const journey = Journey.notified('2025-09-22', '2025-09-23', '2025-09-24').served('D05', '2025-09-28');
    expect(journey.clock('DL-REPLY.RB-MANUAL.1').dueOn).toBe('2025-10-09');
    journey.ringsUntil('2025-10-09 23:59');
    expect(journey.all('RespondentReplyOverdue')).toEqual([]);
    expect(journey.state.phase).toBe('awaiting-reply');
    journey.ringsUntil('2025-10-10 00:00');
    expect(journey.all('RespondentReplyOverdue').map(({ data }) => data.at)).toEqual([
      cn('2025-10-10 00:00'),
    ]);
    expect(journey.state.phase).toBe('under-investigation');
    journey.replied('2025-10-11', FULL_REPLY);
    expect(journey.all('RespondentReplied')[0]?.data.late).toBe(true);
  });

  it('E8, G12: referred down on 2026-01-26, due 02-25; missed on 02-26, reported 02-27', () => {
    const journey = new Journey()
      .registered('2026-01-21')
      .reviewed('2026-01-22', { jurisdiction: 'lower-level', competent: '某县文旅局' })
      .decided('2026-01-23', { outcome: 'refer-down' })
      .withHandlers('2026-01-23', 'officer')
      .issued('D07', '2026-01-23')
      .served('D07', '2026-01-26');
    const clock = 'DL-REFER-RESULT.RB-MANUAL.1';
    expect(journey.clock(clock).dueOn).toBe('2026-02-25');
    expect(journey.ringsUntil('2026-02-25 23:59').clock(clock).status).toBe('running');
    journey.ringsUntil('2026-02-26 00:00');
    expect(journey.clock(clock)).toMatchObject({ status: 'missed', missedAt: cn('2026-02-26 00:00') });
    expect(journey.all('Escalated').find(({ data }) => data.clock === clock)?.data).toEqual({
      clock,
      to: ['leader'],
      consequence: 'supervise',
    });
    journey.does('officer', '2026-02-27', {
      type: 'RecordReferralReport',
      data: { result: FULL_REPLY.liability! },
    });
    expect(journey.clock(clock).status).toBe('met-late');
    expect(journey.state.phase).toBe('referral-concluded');
  });

  it('E9, G13, A04: a taxi is not ours: the law says 05-09; on the slow path it is missed, however fast after that', () => {
    const journey = new Journey().registered('2025-04-29', {
      respondent: { name: '某出租车公司', kind: 'taxi' },
    });
    expect(journey.dueDays).toEqual({
      'DL-REVIEW.RB-MANUAL.1': '2025-05-06',
      'DL-ACCEPT.RB-2010.1': '2025-05-09',
    });
    const path = journey
      .all('ChainOverrunForeseen')[0]
      ?.data.paths.find(({ decision }) => decision === 'transfer');
    expect(path?.steps.map(({ dueOn }) => dueOn)).toEqual(['2025-05-06', '2025-05-08', '2025-05-15']);
    journey
      .reviewed('2025-05-06', { jurisdiction: 'other-department', competent: '交通运输局' })
      .decided('2025-05-08', { outcome: 'transfer' })
      .withHandlers('2025-05-08', 'officer');
    expect(journey.dueDays).toMatchObject({
      'DL-APPROVE.RB-MANUAL.1': '2025-05-08',
      'DL-TRANSFER.RB-MANUAL.1': '2025-05-15',
    });
    journey.ringsUntil('2025-05-09 23:59');
    expect(journey.clock('DL-ACCEPT.RB-2010.1').status).toBe('running');
    journey.ringsUntil('2025-05-10 00:00').issued('D08', '2025-05-12').sent('D08', '2025-05-12');
    expect(journey.clock('DL-ACCEPT.RB-2010.1')).toMatchObject({
      status: 'met-late',
      missedAt: cn('2025-05-10 00:00'),
    });
    expect(journey.clock('DL-TRANSFER.RB-MANUAL.1').status).toBe('running');
  });

  it('E9: under the rule of Shandong the taxi must be sent on by 05-07; every way of deciding overruns it', () => {
    const rulebooks = { internal: 'RB-MANUAL', statutory: 'RB-2010', overlay: 'OV-SHANDONG' };
    const journey = new Journey().registered('2025-04-29', { rulebooks });
    expect(journey.dueDays['DL-ACCEPT.OV-SHANDONG.1']).toBe('2025-05-07');
    const [foreseen] = journey.all('ChainOverrunForeseen');
    expect(foreseen?.data).toMatchObject({
      statutory: 'RB-2010',
      statutoryEndsOn: '2025-05-09',
      earlier: { rulebook: 'OV-SHANDONG', endsOn: '2025-05-07', verification: 'published' },
    });
    expect(foreseen?.data.paths.map(({ decision }) => decision)).toEqual([
      'accept',
      'refer-down',
      'reject',
      'transfer',
    ]);
    journey
      .reviewed('2025-04-30', { jurisdiction: 'other-department', competent: '交通运输局' })
      .decided('2025-05-06', { outcome: 'transfer' })
      .withHandlers('2025-05-06', 'officer')
      .issued('D08', '2025-05-07')
      .sent('D08', '2025-05-07 23:59');
    expect(journey.clock('DL-ACCEPT.OV-SHANDONG.1').status).toBe('met');
    expect(journey.clock('DL-ACCEPT.RB-2010.1').status).toBe('met');
  });
});
