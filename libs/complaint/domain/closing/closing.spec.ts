import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { approveClosing, notified, requestClosing, returnClosing, withdraw } from '../fixture/endings.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const withdrawn = () =>
  notified(new Journey().registered('2025-04-15'), '2025-04-16', '2025-04-17', '2025-04-18').does(
    'officer',
    '2025-04-22',
    withdraw(),
  );
const asked = () => withdrawn().does('officer', '2025-04-23', requestClosing());

describe('closing', () => {
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
