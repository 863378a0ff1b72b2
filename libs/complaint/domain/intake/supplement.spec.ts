import { describe, expect, it } from '@jest/globals';
import { specify } from '#testing';
import { Journey, cn, contextAt, sealedFor } from '../fixture/complaint.js';
import { complaintDecider } from '../case/decider.js';
import type { SupplementItem } from './facts.js';

const ask = (...items: SupplementItem[]) =>
  ({ type: 'RequestSupplement', data: { items, note: sealedFor('supplement.note') } }) as const;
const receive = (items: SupplementItem[], receivedAt?: string) =>
  ({
    type: 'ReceiveSupplement',
    data: { items, ...(receivedAt ? { receivedAt: cn(receivedAt) } : {}) },
  }) as const;
const at = (now: string) => specify(complaintDecider, contextAt(cn(now), 'registrar'));

/** Received and registered on Tue 2025-04-15, evidence and signature asked for on the 16th; 5 WD end on the 23rd. */
const asked = (...items: SupplementItem[]) =>
  new Journey()
    .registered('2025-04-15')
    .underReview('2025-04-16')
    .does(
      'registrar',
      '2025-04-16',
      ask(...(items.length > 0 ? items : (['evidence', 'signature'] as const))),
    );

const REVIEW = 'DL-REVIEW.RB-MANUAL.1';
const WAIT = 'DL-SUPPLEMENT.RB-MANUAL.1';
const LAW = 'DL-ACCEPT.RB-2010.1';

describe('asking for what is missing', () => {
  it('G08: the items are named, 5 WD are given, the clock of the review stands still, that of the law does not', () => {
    const journey = asked();
    expect(journey.all('SupplementRequested')[0]?.data.items).toEqual(['evidence', 'signature']);
    expect(journey.clock(WAIT)).toMatchObject({
      amount: 5,
      unit: 'WD',
      dueOn: '2025-04-23',
      status: 'running',
    });
    expect(journey.clock(REVIEW)).toMatchObject({ status: 'paused', open: [] });
    expect(journey.clock(LAW)).toMatchObject({ status: 'running', dueOn: '2025-04-22' });
  });

  it('G08: a request that names nothing is refused', () => {
    at('2025-04-16')
      .given(...new Journey().registered('2025-04-15').underReview('2025-04-16').events)
      .when(ask())
      .thenRefused('supplement-names-nothing');
  });

  it('G08: with the supplement the due date of the review has moved by the days of waiting, that of the law has not', () => {
    const journey = asked().does('registrar', '2025-04-21', receive(['evidence', 'signature']));
    expect(journey.state.phase).toBe('under-review');
    expect(journey.clock(WAIT)).toMatchObject({ status: 'met', metAt: cn('2025-04-21') });
    // 04-17 was due; 16, 17 and 18 April were paused (the weekend is no working day): 21 and 22 April are counted.
    expect(journey.clock(REVIEW)).toMatchObject({ status: 'running', dueOn: '2025-04-22', revision: 2 });
    expect(journey.clock(LAW).dueOn).toBe('2025-04-22');
  });

  it('G08: asked for and supplied on one day, nothing moves', () => {
    const journey = asked().does('registrar', '2025-04-16 16:00', receive(['evidence', 'signature']));
    expect(journey.clock(REVIEW).dueOn).toBe('2025-04-17');
  });

  it('G08: recorded late, the wait ended when the supplement came', () => {
    const journey = asked().does('registrar', '2025-04-22', receive(['evidence', 'signature'], '2025-04-18'));
    expect(journey.clock(WAIT)).toMatchObject({ status: 'met', metAt: cn('2025-04-18') });
    expect(journey.clock(REVIEW).dueOn).toBe('2025-04-21');
  });

  it('G08: a supplement cannot have come before it was asked for, nor in the future', () => {
    const { events } = asked();
    at('2025-04-17')
      .given(...events)
      .when(receive(['evidence'], '2025-04-15'))
      .thenRefused('happened-too-early');
    at('2025-04-17')
      .given(...events)
      .when(receive(['evidence'], '2025-04-18'))
      .thenRefused('happened-in-the-future');
  });

  it('G08: it may come in parts; the first takes the review up again, what was not asked for is none', () => {
    const journey = asked();
    at('2025-04-17')
      .given(...journey.events)
      .when(receive(['translation']))
      .thenRefused('supplement-not-asked-for', {
        outstanding: ['evidence', 'signature'],
      });
    journey.does('registrar', '2025-04-17', receive(['evidence']));
    expect(journey.state.phase).toBe('under-review');
    at('2025-04-18')
      .given(...journey.events)
      .when(receive(['evidence']))
      .thenRefused('supplement-not-asked-for');
    at('2025-04-18')
      .given(...journey.events)
      .when(receive(['signature']))
      .then({ type: 'SupplementReceived' });
    journey.does('registrar', '2025-04-18', receive(['signature']));
    at('2025-04-18')
      .given(...journey.events)
      .when(receive(['signature']))
      .thenRefused('supplement-not-asked-for');
  });

  it('G08: not supplied in time, the review goes on without it and its clock runs again', () => {
    const journey = asked().ring(WAIT, 'due', '2025-04-24 00:00');
    expect(journey.all('SupplementOverdue')[0]?.data.at).toBe(cn('2025-04-24 00:00'));
    expect(journey.state.phase).toBe('under-review');
    expect(journey.clock(WAIT).status).toBe('missed');
    expect(journey.clock(REVIEW)).toMatchObject({ status: 'running', dueOn: '2025-04-25' });
  });

  it('G08: supplied too late and before any timer rang, the wait still ended with its term', () => {
    const journey = asked().does('registrar', '2025-04-28', receive(['evidence', 'signature']));
    expect(journey.all('SupplementOverdue')).toHaveLength(1);
    expect(journey.clock(WAIT)).toMatchObject({ status: 'met-late', metAt: cn('2025-04-28') });
    expect(journey.clock(REVIEW).dueOn).toBe('2025-04-25');
  });

  it('G08: noted as overdue, then supplied: it is taken in, late or proved in time', () => {
    const late = asked()
      .ringsUntil('2025-04-24')
      .does('registrar', '2025-04-25', receive(['evidence', 'signature']));
    expect(late.clock(WAIT)).toMatchObject({ status: 'met-late', missedAt: cn('2025-04-24 00:00') });
    const kept = asked()
      .ringsUntil('2025-04-24')
      .does('registrar', '2025-04-25', receive(['evidence'], '2025-04-22'));
    expect(kept.clock(WAIT)).toMatchObject({ status: 'met', missedAt: cn('2025-04-24 00:00') });
  });

  it('G08: asked twice, each request has its clock, and both waits move the review', () => {
    const journey = asked('evidence').does('registrar', '2025-04-17', receive(['evidence']));
    journey.does('registrar', '2025-04-17 15:00', ask('translation'));
    journey.does('registrar', '2025-04-21', receive(['translation']));
    expect(journey.clock('DL-SUPPLEMENT.RB-MANUAL.2')).toMatchObject({ status: 'met', dueOn: '2025-04-24' });
    expect(journey.clock(REVIEW)).toMatchObject({ dueOn: '2025-04-22', revision: 4 });
  });

  it('A17: a gap in the evidence is no reason to reject until that evidence was asked for', () => {
    const reject = {
      type: 'DecideAcceptance',
      data: { outcome: 'reject', reasons: ['R5'], remedies: ['civil-action'] },
    } as const;
    const lacking = { unmetConditions: ['evidence-reasonably-complete'] as const };
    const leader = specify(complaintDecider, contextAt(cn('2025-04-25'), 'leader'));
    const never = new Journey().registered('2025-04-15').reviewed('2025-04-16', lacking);
    leader
      .given(...never.events)
      .when(reject)
      .thenRefused('supplement-must-be-asked-first', { conditions: ['evidence-reasonably-complete'] });
    const other = asked('contact').ringsUntil('2025-04-24').reviewed('2025-04-24', lacking);
    leader
      .given(...other.events)
      .when(reject)
      .thenRefused('supplement-must-be-asked-first');
    const silent = asked('evidence').ringsUntil('2025-04-24').reviewed('2025-04-24', lacking);
    leader
      .given(...silent.events)
      .when(reject)
      .thenAmongOthers({ type: 'AcceptanceDecided', data: { outcome: 'reject' } });
  });

  it('A17: who sent one part of what was asked for keeps the whole term for the rest', () => {
    const reject = {
      type: 'DecideAcceptance',
      data: { outcome: 'reject', reasons: ['R5'], remedies: ['civil-action'] },
    } as const;
    const journey = asked('evidence', 'contact')
      .does('registrar', '2025-04-17', { type: 'ReceiveSupplement', data: { items: ['contact'] } })
      .reviewed('2025-04-17', { unmetConditions: ['evidence-reasonably-complete'] });
    expect(journey.asks('leader', '2025-04-17', reject)).toMatchObject({
      refused: 'supplement-still-awaited',
      facts: { missing: ['evidence'] },
    });
    expect(journey.asks('leader', '2025-05-06', reject)).toEqual(
      expect.arrayContaining([expect.objectContaining({ type: 'AcceptanceDecided' })]),
    );
  });
});
