import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { approveClosing, archive, notified, reopen, requestClosing, withdraw } from '../fixture/endings.js';
import { followedUp, putAway } from '../fixture/calls.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const received = () => new Journey().registered('2025-04-15');
const closedFrom = (journey: Journey) =>
  journey
    .does('officer', '2025-04-22', withdraw())
    .does('officer', '2025-04-23', requestClosing())
    .does('leader', '2025-04-24', approveClosing());
const closed = () => closedFrom(notified(received(), '2025-04-16', '2025-04-17', '2025-04-18'));
const rejected = () =>
  received()
    .reviewed('2025-04-16')
    .decided('2025-04-17', { outcome: 'reject', reasons: ['R1'], remedies: ['civil-action'] })
    .withHandlers('2025-04-17', 'officer')
    .issued('D06', '2025-04-17')
    .served('D06', '2025-04-18');

describe('reopening', () => {
  it('H16: says why, and which department and person answer for it; the case is investigated again', () => {
    as('leader', '2025-05-06')
      .given(...followedUp(closed(), '2025-04-25').events)
      .when(reopen())
      .then(
        {
          type: 'CaseReopened',
          data: {
            by: 'leader',
            reopenedAt: cn('2025-05-06'),
            cause: 'dissatisfaction',
            department: '投诉处理科',
            person: 'officer',
            into: 'under-investigation',
          },
        },
        { type: 'ClockStarted', data: { clock: 'DL-REOPENED.RB-MANUAL.1', amount: 30, unit: 'CD' } },
      );
  });

  it('H16: from the archive too; what no longer stands is kept with the reopening', () => {
    const journey = putAway(closed(), '2025-04-25').does('leader', '2025-05-06', reopen());
    expect(journey.state.phase).toBe('under-investigation');
    expect(journey.state).not.toHaveProperty('archive');
    expect(journey.state).not.toHaveProperty('withdrawal');
    expect(journey.state.reopenings).toMatchObject([
      {
        reason: sealedFor('reopening.reason'),
        course: { archive: {}, withdrawal: {}, closings: [{ approved: {} }] },
      },
    ]);
  });

  it('H17: nobody reopens a case with himself as the one who answers for it', () => {
    as('leader', '2025-05-06')
      .given(...closed().events)
      .when(reopen('fault-in-procedure', { person: 'leader' }))
      .thenRefused('record-about-oneself');
  });

  it('G51: what was rejected is heard again on new facts only, with a new review and its own notice', () => {
    as('leader', '2025-05-06')
      .given(...rejected().events)
      .when(reopen('dissatisfaction'))
      .thenRefused('reopening-needs-new-facts');
    for (const journey of [rejected(), rejected().does('officer', '2025-04-21', archive())]) {
      journey.does('leader', '2025-05-06', reopen('new-facts'));
      expect(journey.state.phase).toBe('under-review');
      expect(journey.state).not.toHaveProperty('decision');
      const again = journey
        .reviewed('2025-05-07')
        .decided('2025-05-08', { outcome: 'reject', reasons: ['R2'], remedies: ['civil-action'] })
        .withHandlers('2025-05-08', 'officer');
      expect(again.state.phase).toBe('rejected');
      expect(again.issued('D06', '2025-05-08', 'second').served('second', '2025-05-09').state.phase).toBe(
        'rejection-served',
      );
      expect(again.clock('DL-REOPENED.RB-MANUAL.1').status).toBe('met');
    }
  });

  it('a reopened rejection can be accepted, filed and notified', () => {
    const journey = rejected().does('leader', '2025-05-06', reopen('new-facts'));
    expect(notified(journey, '2025-05-07', '2025-05-08', '2025-05-09').state.phase).toBe('awaiting-reply');
  });

  it('goes on from where it had lawfully come: without notices to filing or to the notices', () => {
    const accepted = received().reviewed('2025-04-16').decided('2025-04-17', { outcome: 'accept' });
    const unfiled = accepted
      .withHandlers('2025-04-17', 'officer')
      .does('officer', '2025-04-22', withdraw())
      .does('officer', '2025-04-23', archive())
      .does('leader', '2025-05-06', reopen());
    expect(unfiled.state.phase).toBe('accepted');
    const filed = closedFrom(received().reviewed('2025-04-16').filed('2025-04-17'));
    expect(filed.does('leader', '2025-05-06', reopen()).state.phase).toBe('filed');
    const early = received()
      .does('registrar', '2025-04-15', withdraw())
      .does('registrar', '2025-04-16', archive())
      .does('leader', '2025-05-06', reopen());
    expect(early.state.phase).toBe('under-review');
    expect(early.reviewed('2025-05-07').state.phase).toBe('awaiting-approval');
  });

  it('has a term of its own, which its next end meets; then it is closed and put away again', () => {
    const journey = closed().does('leader', '2025-05-06', reopen());
    expect(journey.clock('DL-REOPENED.RB-MANUAL.1')).toMatchObject({
      startAt: cn('2025-05-06'),
      dueOn: '2025-06-05',
      verification: 'design',
    });
    closedFromReopened(journey);
    expect(journey.clock('DL-REOPENED.RB-MANUAL.1').status).toBe('met');
    expect(putAway(journey, '2025-05-09').state).toMatchObject({
      phase: 'archived',
      closings: [{ approved: {} }],
      reopenings: [{}],
    });
    expect(journey.does('leader', '2025-05-12', reopen()).state.reopenings).toHaveLength(2);
  });

  it('is not dated before the case came to rest', () => {
    as('leader', '2025-05-06')
      .given(...closed().events)
      .when(reopen('dissatisfaction', { reopenedAt: cn('2025-04-23') }))
      .thenRefused('happened-too-early');
  });
});

function closedFromReopened(journey: Journey): void {
  journey
    .does('officer', '2025-05-07', withdraw())
    .does('officer', '2025-05-07', requestClosing())
    .does('leader', '2025-05-08', approveClosing('follow-up-2'));
}
