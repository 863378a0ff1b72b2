import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { Journey, cn, complaintOf, contextAt, type Person } from '../fixture/complaint.js';
import { PARENT, received, referredOn, text } from '../fixture/handover.js';

const at = (now: string, by: Person = 'officer') => specify(complaintDecider, contextAt(cn(now), by));
const report = (reportedAt?: string) =>
  ({
    type: 'ReportToReferrer',
    data: { result: text(), ...(reportedAt ? { reportedAt: cn(reportedAt) } : {}) },
  }) as const;
const giveBack = { type: 'ReturnToSender', data: { reason: text() } } as const;
const DAY = '2026-01-26';
const accepted = () => received(DAY).reviewed(DAY).filed(DAY);
/** Rejected, and the notice of rejection served. */
const rejected = () =>
  received(DAY)
    .reviewed(DAY)
    .decided(DAY, { outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] })
    .withHandlers(DAY, 'officer')
    .issued('D06', DAY)
    .served('D06', DAY);

describe('a case that came from another office', () => {
  it('G12, A15: it has clocks of its own, one of them the term for the report, from the dispatch there', () => {
    const journey = received(DAY, { sentAt: cn(DAY) }, '2026-01-28');
    expect(journey.dueDays).toMatchObject({
      'DL-REPORT-BACK.RB-MANUAL.1': '2026-02-25',
      'DL-REVIEW.RB-MANUAL.1': '2026-01-30',
      'DL-ACCEPT.RB-2010.1': '2026-02-02',
    });
  });

  it('G07: limitation is judged by the day on which the first office received it', () => {
    const review = { limitation: [{ claim: 0, class: 'other', startedOn: '2025-10-30' }] } as const;
    const late = received(DAY).reviewed(DAY, review);
    const early = received(DAY, { receivedAt: cn('2026-01-20') }).reviewed(DAY, review);
    const found = (journey: Journey) =>
      journey.all('PreliminaryReviewCompleted')[0]?.data.limitation[0]?.inTime;
    expect(found(received('2026-01-29').reviewed('2026-01-29', review))).toBe(false);
    expect([found(late), found(early)]).toEqual([true, true]);
    const kept = received('2026-01-29', { receivedAt: cn('2026-01-20') }).reviewed('2026-01-29', review);
    expect(found(kept)).toBe(true);
  });

  it('G12: its handler reports the result, once, when there is a decision that leads to one', () => {
    at(DAY)
      .given(...received(DAY).events)
      .when(report())
      .thenRefused('action-not-in-this-phase');
    at('2026-02-20', 'colleague')
      .given(...accepted().events)
      .when(report())
      .thenRefused('not-a-handler');
    at('2026-02-20')
      .given(...accepted().events)
      .when(report('2026-02-19'))
      .then(
        { type: 'ClockMet', data: { clock: 'DL-REPORT-BACK.RB-MANUAL.1', inTime: true } },
        { type: 'ReportedToReferrer', data: { by: 'officer', reportedAt: cn('2026-02-19') } },
      );
    const reported = accepted().does('officer', '2026-02-20', report());
    expect(reported.state.phase).toBe('filed');
    at('2026-02-21')
      .given(...reported.events)
      .when(report())
      .thenRefused('already-reported');
    at('2026-02-20')
      .given(...new Journey().registered(DAY).reviewed(DAY).filed(DAY).events)
      .when(report())
      .thenRefused('nobody-awaits-a-report');
  });

  it('A15: the report is owed also when the case has ended, and its term goes on running until then', () => {
    const journey = rejected();
    expect(journey.state.phase).toBe('rejection-served');
    expect(journey.clock('DL-REPORT-BACK.RB-MANUAL.1').status).toBe('running');
    journey.ringsUntil('2026-02-26 00:00');
    expect(journey.all('Escalated').at(-1)?.data.to).toEqual(['leader', 'superior-office']);
    expect(journey.does('officer', '2026-02-27', report()).clock('DL-REPORT-BACK.RB-MANUAL.1').status).toBe(
      'met-late',
    );
  });

  it('G12: a report that comes back is made again within the term once more; a case that had ended is reviewed again', () => {
    const back = (day: string) =>
      ({ type: 'NoteReportReturned', data: { at: cn(day), reason: text() } }) as const;
    const going = accepted()
      .does('officer', '2026-02-09', report())
      .does('system', '2026-02-10', back('2026-02-10'));
    expect(going.state.phase).toBe('filed');
    expect(going.clock('DL-REPORT-BACK.RB-MANUAL.2')).toMatchObject({
      dueOn: '2026-03-12',
      status: 'running',
    });
    expect(going.does('officer', '2026-02-11', report()).state.duty?.reports).toHaveLength(2);
    const ended = rejected()
      .does('officer', '2026-02-09', report())
      .does('system', '2026-02-10', back('2026-02-10'));
    expect(ended.state).toMatchObject({
      phase: 'under-review',
      earlier: [{ undone: { how: 'report-returned' } }],
    });
    expect(ended.clock('DL-REVIEW.RB-MANUAL.2').status).toBe('running');
    at('2026-02-11', 'system')
      .given(...ended.events)
      .when(back('2026-02-11'))
      .thenNothing();
  });

  it('G50: its leader gives it back for want of competence, with the reason; the record stays', () => {
    const journey = received(DAY).does('leader', '2026-01-27', giveBack);
    expect(journey.state).toMatchObject({
      phase: 'handed-over',
      handedOver: { how: 'returned', to: 'province', by: 'leader' },
    });
    expect(journey.state.clocks.filter(({ status }) => status === 'running')).toEqual([]);
    at('2026-01-27', 'leader')
      .given(...new Journey().registered(DAY).events)
      .when(giveBack)
      .thenRefused('not-from-another-office');
    at('2026-01-27', 'leader')
      .given(...accepted().events)
      .when(giveBack)
      .thenRefused('action-not-in-this-phase');
  });

  it('G50: what a superior designated, reassigned or took up is not given back', () => {
    for (const change of [
      { designatedBy: 'province' },
      { kind: 'designation', designatedBy: 'province' },
      { kind: 'reassignment', designatedBy: 'province' },
      { kind: 'recall' },
    ] as const) {
      at('2026-01-27', 'leader')
        .given(...received(DAY, change).events)
        .when(giveBack)
        .thenRefused('designated-case-stays');
    }
  });

  it('a transfer between offices is answered too, without a term of its own', () => {
    const journey = received(DAY, { kind: 'transfer' });
    expect(journey.state.clocks.map(({ code }) => code)).not.toContain('DL-REPORT-BACK');
    journey.reviewed(DAY).filed(DAY).does('officer', '2026-02-01', report());
    expect(journey.state.duty?.reports).toHaveLength(1);
  });

  it('the case that referred it is named in its register entry', () => {
    const origin = referredOn(DAY);
    const { events } = new Journey().registered(DAY, { ...complaintOf(cn(DAY)), origin });
    expect(events[0]?.data).toMatchObject({ origin: { ...PARENT, number: '云岭诉〔2025〕1号' } });
  });
});
