import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { ENDS_WITH_FORM } from '../case/phases.js';
import { approveClosing, notified, requestClosing, returnClosing, withdraw } from '../fixture/endings.js';
import { putAway } from '../fixture/calls.js';
import { ENDED_AS, servedOn } from '../fixture/ends.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const withdrawn = () =>
  notified(new Journey().registered('2025-04-15'), '2025-04-16', '2025-04-17', '2025-04-18').does(
    'officer',
    '2025-04-22',
    withdraw(),
  );
const asked = () => withdrawn().does('officer', '2025-04-23', requestClosing());

const FORMS = Object.entries(ENDED_AS).filter(([phase]) =>
  (ENDS_WITH_FORM as readonly string[]).includes(phase),
);

describe('closing', () => {
  it.each(FORMS)(
    'G37: a case that ended as %s is closed by the form, and goes back there when it is returned',
    (way, end) => {
      const asked = end('2025-04-15').does(
        'officer',
        '2025-05-15',
        requestClosing({ performance: 'performed' }),
      );
      expect(asked.all('ClosingRequested')[0]?.data.way).toBe(way);
      const returned = asked.does('leader', '2025-05-15', returnClosing());
      expect(returned.state.phase).toBe(way);
      const again = returned.does('officer', '2025-05-16', requestClosing({ performance: 'performed' }));
      expect(again.does('leader', '2025-05-16', approveClosing()).state.phase).toBe('closed');
      expect(putAway(again, '2025-05-16').state.phase).toBe('archived');
    },
  );

  it.each(['agreed', 'settled', 'ruled', 'deposit-decided'] as const)(
    'D20: of one that ended as %s the form says how far it has been performed',
    (way) => {
      as('officer', '2025-05-15')
        .given(...ENDED_AS[way]('2025-04-15').events)
        .when(requestClosing())
        .thenRefused('closing-form-incomplete', { missing: ['performance'], way });
    },
  );

  it.each(['complainant', 'respondent'] as const)(
    'G37: not while what ends the case has reached the %s only',
    (one) => {
      const unserved = Journey.accepted('2025-04-15')
        .mediationFailed('2025-04-15')
        .does('officer', '2025-04-15', {
          type: 'TerminateMediation',
          data: {
            course: sealedFor('course'),
            reason: sealedFor('reason'),
            remedies: ['arbitration', 'civil-action'],
          },
        })
        .issued('D15', '2025-04-15');
      servedOn(unserved, 'D15', one, '2025-04-15');
      as('officer', '2025-05-15')
        .given(...unserved.events)
        .when(requestClosing())
        .thenRefused('closing-before-notice', { kind: 'D15' });
    },
  );

  it('G37: not while a term runs, such as the days of a publication', () => {
    const withdrawnUnserved = Journey.accepted('2025-04-15')
      .issued('D04', '2025-04-15')
      .does('officer', '2025-04-16', withdraw())
      .published('D04', '2025-04-16');
    as('officer', '2025-04-17')
      .given(...withdrawnUnserved.events)
      .when(requestClosing())
      .thenRefused('clocks-still-run');
    expect(
      withdrawnUnserved.ringsUntil('2025-05-20').does('officer', '2025-05-20', requestClosing()).state.phase,
    ).toBe('closing-requested');
  });

  it('G37: the handler sends the closing form with the way in which the case ended', () => {
    as('officer', '2025-04-23')
      .given(...withdrawn().events)
      .when(requestClosing())
      .then({
        type: 'ClosingRequested',
        data: {
          by: 'officer',
          at: cn('2025-04-23'),
          way: 'withdrawn',
          summary: sealedFor('closing.summary'),
          result: sealedFor('closing.result'),
          annexes: [sealedFor('closing.annex')],
        },
      });
    as('colleague', '2025-04-23')
      .given(...withdrawn().events)
      .when(requestClosing())
      .thenRefused('not-a-handler');
  });

  it('G37, G38: it is closed with the approval of the leader, and not before', () => {
    expect(asked().state.phase).toBe('closing-requested');
    as('leader', '2025-04-24')
      .given(...asked().events)
      .when(approveClosing())
      .then(
        { type: 'ClosingApproved', data: { by: 'leader', at: cn('2025-04-24') } },
        { type: 'CaseClosed', data: { at: cn('2025-04-24') } },
        { type: 'ClockStarted', data: { clock: 'DL-FOLLOWUP.RB-MANUAL.1', dueOn: '2025-04-27' } },
        { type: 'CallbackRequired', data: { callbackId: 'follow-up-1', kind: 'follow-up' } },
      );
    expect(asked().does('leader', '2025-04-24', approveClosing()).state).toMatchObject({
      phase: 'closed',
      closings: [{ requestedBy: 'officer', approved: { by: 'leader' } }],
    });
  });

  it('G37: the author neither approves nor returns the own form', () => {
    const own = withdrawn()
      .withHandlers('2025-04-22', 'leader')
      .does('leader', '2025-04-23', requestClosing());
    for (const command of [approveClosing(), returnClosing()]) {
      as('leader', '2025-04-24')
        .given(...own.events)
        .when(command)
        .thenRefused('closing-approver-is-author', { author: 'leader' });
    }
  });

  it('G37: a returned form goes back with its reason, and the case to exactly where it stood', () => {
    const returned = asked().does('leader', '2025-04-24', returnClosing());
    expect(returned.state).toMatchObject({
      phase: 'withdrawn',
      closings: [{ returned: { by: 'leader', reason: sealedFor('closing.return-reason') } }],
    });
    const again = returned
      .does('officer', '2025-04-25', requestClosing())
      .does('deputy', '2025-04-25', approveClosing());
    expect(again.state).toMatchObject({ phase: 'closed', closings: [{ returned: {} }, { approved: {} }] });
  });

  it('G37: there is no closing from the middle of a case', () => {
    as('officer', '2025-04-18')
      .given(...new Journey().registered('2025-04-15').reviewed('2025-04-16').filed('2025-04-17').events)
      .when(requestClosing())
      .thenRefused('action-not-in-this-phase');
  });
});
