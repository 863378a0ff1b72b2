import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { archive, notified, requestClosing, withdraw } from '../fixture/endings.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const registered = () => new Journey().registered('2025-04-15');
const served = () => notified(registered(), '2025-04-16', '2025-04-17', '2025-04-18');
const group = (count: number) =>
  new Journey().registered('2025-04-15', {
    complainants: Array.from({ length: count }, (_, place) => ({ subject: `subject-${String(place)}` })),
    representatives: count > 3 ? ['subject-0'] : [],
  });

describe('withdrawal', () => {
  it('G61: the complainant takes the complaint back; who recorded it, when and in what form is kept', () => {
    as('registrar', '2025-04-22')
      .given(...served().events)
      .when(withdraw({ form: 'oral-recorded', declaredAt: cn('2025-04-21') }))
      .thenAmongOthers({
        type: 'ComplaintWithdrawn',
        data: {
          declaredAt: cn('2025-04-21'),
          form: 'oral-recorded',
          consents: ['subject-1'],
          recordedBy: 'registrar',
        },
      });
    expect(served().does('registrar', '2025-04-22', withdraw()).state.phase).toBe('withdrawn');
  });

  it.each([
    ['registered', registered],
    ['under-review', () => registered().underReview('2025-04-15')],
    ['awaiting-approval', () => registered().reviewed('2025-04-16')],
    ['accepted', () => registered().reviewed('2025-04-16').decided('2025-04-17', { outcome: 'accept' })],
    ['filed', () => registered().reviewed('2025-04-16').filed('2025-04-17')],
    ['awaiting-reply', served],
    ['under-investigation', () => served().replied('2025-04-21')],
  ])('G61: it is possible in %s, and every clock comes to rest', (phase, journeyTo) => {
    const journey = journeyTo();
    expect(journey.state.phase).toBe(phase);
    const { state } = journey.does('registrar', '2025-04-22', withdraw());
    expect(state.phase).toBe('withdrawn');
    expect(state.clocks.filter(({ status }) => status === 'running' || status === 'paused')).toEqual([]);
  });

  it('G61: the limit of disposal is met by it; what else was still to come falls away', () => {
    const journey = served().does('registrar', '2025-04-22', withdraw());
    expect(journey.clock('DL-DISPOSE.RB-2010.1')).toMatchObject({ status: 'met', metAt: cn('2025-04-22') });
    expect(journey.clock('DL-REPLY.RB-2010.1').status).toBe('cancelled');
  });

  it('a wait that ended with it does not bring the case back to the review', () => {
    const journey = registered()
      .underReview('2025-04-15')
      .does('registrar', '2025-04-15', {
        type: 'RequestSupplement',
        data: { items: ['evidence'], note: sealedFor('note') },
      });
    expect(journey.does('registrar', '2025-05-20', withdraw()).state.phase).toBe('withdrawn');
  });

  it('recorded late, it is judged by when it was declared: what was missed since had nothing left to ask for', () => {
    const late = () => registered().ringsUntil('2025-04-24');
    expect(late().clock('DL-REVIEW.RB-MANUAL.1').status).toBe('missed');
    const before = late().does('registrar', '2025-04-24', withdraw({ declaredAt: cn('2025-04-16') }));
    expect(before.clock('DL-REVIEW.RB-MANUAL.1').status).toBe('cancelled');
    const after = late().does('registrar', '2025-04-24', withdraw({ declaredAt: cn('2025-04-23') }));
    expect(after.clock('DL-REVIEW.RB-MANUAL.1').status).toBe('missed');
    as('registrar', '2025-04-24')
      .given(...late().events)
      .when(withdraw({ declaredAt: cn('2025-04-14') }))
      .thenRefused('happened-too-early');
  });

  it('G53: a joint complaint is taken back by all of its complainants, not by their representative', () => {
    const all = ['subject-0', 'subject-1', 'subject-2', 'subject-3'];
    as('registrar', '2025-04-16')
      .given(...group(4).events)
      .when(withdraw({ consents: ['subject-0'] }))
      .thenRefused('consent-of-all-missing', { complainants: 4, consented: 1 });
    expect(group(4).does('registrar', '2025-04-16', withdraw({ consents: all })).state.phase).toBe(
      'withdrawn',
    );
  });

  it('G53: nor does one of two give away what the other asks for', () => {
    as('registrar', '2025-04-16')
      .given(...group(2).events)
      .when(withdraw({ consents: ['subject-1'] }))
      .thenRefused('consent-of-all-missing', { complainants: 2, consented: 1 });
  });

  it('G53: an agent takes it back whose power of attorney says so', () => {
    const withAgent = (power: 'withdraw' | 'settle') =>
      registered().does('registrar', '2025-04-15', {
        type: 'AuthoriseAgent',
        data: {
          agentId: 'agent-1',
          principals: ['subject-1'],
          name: sealedFor('agent.name'),
          powers: ['act', power],
          powerOfAttorney: sealedFor('agent.power-of-attorney'),
        },
      });
    const byAgent = withdraw({ consents: ['agent-1'] });
    expect(withAgent('withdraw').does('registrar', '2025-04-16', byAgent).state.phase).toBe('withdrawn');
    as('registrar', '2025-04-16')
      .given(...withAgent('settle').events)
      .when(byAgent)
      .thenRefused('consent-of-all-missing');
  });

  it('A14: before its filing the case is put away as it is; a filed one needs the closing form', () => {
    const early = registered().does('registrar', '2025-04-15', withdraw());
    as('officer', '2025-04-16')
      .given(...early.events)
      .when(requestClosing())
      .thenRefused('closing-form-not-needed');
    expect(early.does('registrar', '2025-04-16', archive()).state.phase).toBe('archived');
    const filed = served().does('registrar', '2025-04-22', withdraw());
    as('officer', '2025-04-22')
      .given(...filed.events)
      .when(archive())
      .thenRefused('closing-form-needed');
    expect(filed.does('officer', '2025-04-22', requestClosing()).state.phase).toBe('closing-requested');
  });

  it('after an end nothing is taken back any more', () => {
    const journey = served().does('registrar', '2025-04-22', withdraw());
    as('registrar', '2025-04-23')
      .given(...journey.events)
      .when(withdraw())
      .thenRefused('action-not-in-this-phase');
  });
});
