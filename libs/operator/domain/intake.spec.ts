import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { directComplaintDecider } from './decider.js';
import type { Way } from './facts.js';
import { cn, contextAt, DirectFile, receiving, sealedFor, type Person } from './fixture/direct-complaint.js';

const as = (now: string, by: Person = 'clerk') => specify(directComplaintDecider, contextAt(cn(now), by));
const receive = (way: Way, change = {}, at = '2026-04-13') =>
  ({ type: 'ReceiveComplaint', data: receiving(way, cn(at), change) }) as const;

describe('a complaint comes in', () => {
  it.each<Way>(['phone', 'visit', 'letter'])('B01: by %s, into one register', (way) => {
    as('2026-04-13')
      .given()
      .when(receive(way))
      .then({
        type: 'OperatorComplaintReceived',
        data: { way, number: '青山诉〔2026〕1号', registeredBy: 'clerk', registeredAt: cn('2026-04-13') },
      });
  });

  it('B01: what came last week and is entered today keeps its day', () => {
    as('2026-04-20')
      .given()
      .when(receive('letter', {}, '2026-04-13'))
      .then({
        type: 'OperatorComplaintReceived',
        data: { receivedAt: cn('2026-04-13'), registeredAt: cn('2026-04-20') },
      });
    as('2026-04-12').given().when(receive('letter')).thenRefused('happened-in-the-future');
  });

  it.each<[string, object, string]>([
    ['name', { complainant: { subject: 's', phone: sealedFor('p') } }, 'complainant-name'],
    ['way to reach him', { complainant: { subject: 's', name: sealedFor('n') } }, 'contact'],
    ['respondent', { concerned: { staff: [] } }, 'respondent'],
    ['claim', { claim: undefined }, 'claim'],
  ])('B02: a call is not recorded without %s', (_name, change, missing) => {
    as('2026-04-13')
      .given()
      .when(receive('phone', change))
      .thenRefused('intake-incomplete', { way: 'phone', missing: [missing] });
  });

  it('B02: an address will do where there is no telephone, and a member of staff where there is no branch', () => {
    const change = {
      complainant: { subject: 's', name: sealedFor('n'), address: sealedFor('a') },
      concerned: { staff: ['guide'] },
    };
    as('2026-04-13').given().when(receive('phone', change)).then({ type: 'OperatorComplaintReceived' });
  });

  it('B03: of a visit also what was explained to the visitor', () => {
    as('2026-04-13')
      .given()
      .when(receive('visit', { explanation: undefined }))
      .thenRefused('intake-incomplete', { missing: ['explanation'] });
  });

  it('B04: a letter is logged however incomplete it is; what it lacks is asked for', () => {
    const bare = { complainant: { subject: 's' }, concerned: { staff: [] }, claim: undefined };
    as('2026-04-13').given().when(receive('letter', bare)).then({ type: 'OperatorComplaintReceived' });
  });

  it('H17: nobody records a complaint about himself', () => {
    as('2026-04-13', 'guide').given().when(receive('phone')).thenRefused('complaint-is-about-you');
  });

  it('is received once', () => {
    as('2026-04-13')
      .given(...new DirectFile().received('2026-04-13').events)
      .when(receive('phone'))
      .thenRefused('direct-complaint-already-received', { number: '青山诉〔2026〕1号' });
  });
});

describe('what the complainant is told', () => {
  const letter = () => new DirectFile().received('2026-04-13', 'letter');
  const notify = (data: object) =>
    ({ type: 'NotifyAcceptance', data: { missing: [], contact: 'letter', ...data } }) as never;

  it('B04: that it is accepted', () => {
    const told = as('2026-04-14')
      .given(...letter().events)
      .when(notify({ answer: 'accepted' }));
    told.then({
      type: 'OperatorAcceptanceNotified',
      data: { answer: 'accepted', contact: 'letter', notifiedAt: cn('2026-04-14'), by: 'clerk' },
    });
    expect(told.state.phase).toBe('accepted');
  });

  it('B04: what is missing, item by item, and it is then answered', () => {
    const file = letter();
    const asks = notify({ answer: 'items-missing', missing: ['evidence', 'contact', 'evidence'] });
    as('2026-04-14')
      .given(...file.events)
      .when(notify({ answer: 'items-missing' }))
      .thenRefused('nothing-named-as-missing');
    file.does('clerk', '2026-04-14', asks);
    expect(file.state).toMatchObject({
      phase: 'items-awaited',
      notices: [{ missing: ['contact', 'evidence'] }],
    });
    as('2026-04-14')
      .given(...file.events)
      .when(asks)
      .thenNothing();
    file.does('clerk', '2026-04-16', {
      type: 'ReceiveSupplement',
      data: { items: ['evidence', 'contact'], note: sealedFor('supplement') },
    });
    expect(file.state.phase).toBe('received');
    expect(file.answered('2026-04-16').state.phase).toBe('accepted');
  });

  it('B04: that it is declined, with the reason in writing', () => {
    as('2026-04-14')
      .given(...letter().events)
      .when(notify({ answer: 'declined' }))
      .thenRefused('decline-needs-reason');
    expect(letter().answered('2026-04-14', 'declined').state.phase).toBe('declined');
  });

  it('B04: a letter is answered before anybody takes it in hand; a call or a visit can be taken at once', () => {
    const assign = { type: 'AssignCase', data: { responsible: 'agent' } } as const;
    as('2026-04-14', 'manager')
      .given(...letter().events)
      .when(assign)
      .thenRefused('letter-not-answered');
    for (const way of ['phone', 'visit'] as const) {
      as('2026-04-14', 'manager')
        .given(...new DirectFile().received('2026-04-13', way).events)
        .when(assign)
        .then({ type: 'OperatorCaseAssigned' });
    }
  });

  it('B04: is not told before it came in', () => {
    as('2026-04-14')
      .given(...letter().events)
      .when(notify({ answer: 'accepted', notifiedAt: cn('2026-04-12') }))
      .thenRefused('happened-too-early', { field: 'notifiedAt', notBefore: cn('2026-04-13') });
  });
});
