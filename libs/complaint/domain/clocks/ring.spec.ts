import { describe, expect, it } from '@jest/globals';
import { SHIPPED } from '#rulebook';
import { specify } from '#testing';
import { Journey, cn, contextAt, sealedFor } from '../fixture/complaint.js';
import { complaintDecider } from '../case/decider.js';
import { RESUME } from './moving.js';
import { momentOfRing } from './ring.js';

const at = (now: string) => specify(complaintDecider, contextAt(cn(now), 'system'));
const ring = (clock: string, rung: string, revision = 0) =>
  ({ type: 'RingClock', data: { clock, rung, revision } }) as const;
const REVIEW = 'DL-REVIEW.RB-MANUAL.1';
const LAW = 'DL-ACCEPT.RB-2010.1';

/** Tue 2025-04-15: review due Thu the 17th, decision due Tue the 22nd. */
const registered = () => new Journey().registered('2025-04-15');

describe('the clocks of a case', () => {
  it('a clock rings yellow with one working day left, red on the due day, when the office opens, and at its end', () => {
    expect(registered().clock(LAW).rings).toEqual([
      { rung: 'yellow', at: cn('2025-04-21 09:00') },
      { rung: 'red', at: cn('2025-04-22 09:00') },
      { rung: 'due', at: cn('2025-04-23 00:00') },
    ]);
  });

  it('a reminder is raised once', () => {
    const journey = registered();
    at('2025-04-16 09:00')
      .given(...journey.events)
      .when(ring(REVIEW, 'yellow'))
      .then({ type: 'ClockReminded', data: { clock: REVIEW, rung: 'yellow' } });
    journey.ring(REVIEW, 'yellow', '2025-04-16 09:00');
    at('2025-04-16')
      .given(...journey.events)
      .when(ring(REVIEW, 'yellow'))
      .thenNothing();
  });

  it('a reminder that comes late finds the office open, or is put off until it opens; a miss is not put off', () => {
    const journey = registered();
    at('2025-04-21 16:59')
      .given(...journey.events)
      .when(ring(LAW, 'yellow'))
      .then({ type: 'ClockReminded', data: { clock: LAW, rung: 'yellow' } });
    at('2025-04-21 17:00')
      .given(...journey.events)
      .when(ring(LAW, 'yellow'))
      .then({
        type: 'ClockRescheduled',
        data: {
          because: 'office-hours',
          oldDueOn: '2025-04-22',
          dueOn: '2025-04-22',
          revision: 1,
          rings: [
            { rung: 'yellow', at: cn('2025-04-22 09:00') },
            { rung: 'red', at: cn('2025-04-22 09:00') },
            { rung: 'due', at: cn('2025-04-23 00:00') },
          ],
        },
      });
    journey.ring(LAW, 'yellow', '2025-04-21 17:00').ringsUntil('2025-04-22 09:00');
    expect(journey.clock(LAW)).toMatchObject({ raised: ['yellow', 'red'], open: ['due'] });
  });

  it('a reminder for which nobody comes to the office any more falls away, and the miss stays', () => {
    const journey = registered();
    at('2025-04-22 17:00')
      .given(...journey.events)
      .when(ring(LAW, 'red'))
      .then({ type: 'ClockRescheduled', data: { rings: [{ rung: 'due', at: cn('2025-04-23 00:00') }] } });
    journey.ring(LAW, 'red', '2025-04-22 17:00').ringsUntil('2025-04-23 00:00');
    expect(journey.clock(LAW)).toMatchObject({ status: 'missed', raised: ['due'] });
  });

  it('no ring is early, not by a millisecond', () => {
    const before = { now: new Date(Date.parse(cn('2025-04-18 00:00')) - 1).toISOString() };
    const { events } = registered();
    at('2025-04-18')
      .given(...events)
      .when(ring(REVIEW, 'due'), before)
      .thenNothing();
    at('2025-04-18 00:00')
      .given(...events)
      .when(ring(REVIEW, 'due'))
      .thenAmongOthers({ type: 'ClockMissed' });
  });

  it('a stale ring, a second one, and one for nothing known do nothing', () => {
    const journey = registered();
    at('2025-04-20')
      .given(...journey.events)
      .when(ring(REVIEW, 'due', 7))
      .thenNothing();
    at('2025-04-20')
      .given(...journey.events)
      .when(ring('DL-REVIEW.RB-MANUAL.9', 'due'))
      .thenNothing();
    at('2025-04-20')
      .given(...journey.events)
      .when(ring(REVIEW, 'orange'))
      .thenNothing();
    journey.ring(REVIEW, 'due', '2025-04-20');
    at('2025-04-20')
      .given(...journey.events)
      .when(ring(REVIEW, 'due'))
      .thenNothing();
    at('2025-04-20')
      .given(...registered().reviewed('2025-04-16').events)
      .when(ring(REVIEW, 'due'))
      .thenNothing();
  });

  it('a reminder that rings after the end says that the term was missed', () => {
    at('2025-04-21')
      .given(...registered().events)
      .when(ring(REVIEW, 'yellow'))
      .then(
        {
          type: 'ClockMissed',
          data: {
            clock: REVIEW,
            dueOn: '2025-04-17',
            at: cn('2025-04-18 00:00'),
            open: ['yellow', 'red', 'due'],
          },
        },
        { type: 'Escalated', data: { to: ['section-head'], consequence: 'escalate-to-section-head' } },
      );
  });

  it('a miss has happened when the term ended, whichever ring finds it; a reminder when it was to come', () => {
    const { state } = registered();
    const [early, late] = [cn('2025-04-16 08:30'), cn('2025-04-21')];
    const happened = (now: string, rung: string, clock = REVIEW) =>
      momentOfRing(state, { clock, rung, revision: 0 }, contextAt(now, 'system'), early);
    expect(happened(early, 'yellow')).toBe(early);
    expect(['yellow', 'due'].map((rung) => happened(late, rung))).toEqual(
      Array.from({ length: 2 }, () => cn('2025-04-18 00:00')),
    );
    expect([happened(late, RESUME), happened(late, 'due', 'unknown')]).toEqual([early, early]);
  });

  it('each miss is brought before whom the rule names', () => {
    const to = (journey: Journey) => journey.all('Escalated').map(({ data }) => [data.clock, data.to]);
    expect(to(registered().ringsUntil('2025-04-23'))).toEqual([
      [REVIEW, ['section-head']],
      [LAW, ['leader', 'superior-office']],
    ]);
    expect(to(registered().reviewed('2025-04-16').ringsUntil('2025-04-19'))).toEqual([
      ['DL-APPROVE.RB-MANUAL.1', ['superior-of-approver']],
    ]);
    const served = Journey.notified('2025-04-15', '2025-04-16', '2025-04-17')
      .served('D05', '2025-04-17')
      .replied('2025-04-18');
    expect(to(served.ringsUntil('2025-05-20'))).toEqual([
      ['DL-MEDIATE.RB-MANUAL.1', ['handler', 'section-head']],
      ['DL-SETTLE-REPORT.RB-MANUAL.1', ['handler', 'section-head']],
    ]);
  });

  it('met in time, met late without a ring, missed then met, and missed then proved kept', () => {
    const statusOf = (journey: Journey) => journey.clock('DL-NOTICE-R.RB-MANUAL.1').status;
    const issued = () => Journey.notified('2025-04-15', '2025-04-16', '2025-04-17').ringsUntil('2025-04-17');
    expect(statusOf(issued().served('D05', '2025-04-22 23:59'))).toBe('met');
    const unrung = issued().served('D05', '2025-04-23 00:00');
    expect(statusOf(unrung)).toBe('met-late');
    expect(unrung.all('ClockMissed').map(({ data }) => data.clock)).toContain('DL-NOTICE-R.RB-MANUAL.1');
    expect(statusOf(issued().ringsUntil('2025-04-23'))).toBe('missed');
    expect(statusOf(issued().ringsUntil('2025-04-23').served('D05', '2025-04-24'))).toBe('met-late');
    const kept = issued().ringsUntil('2025-04-23').served('D05', '2025-04-22', {}, '2025-04-24');
    expect(kept.clock('DL-NOTICE-R.RB-MANUAL.1')).toMatchObject({
      status: 'met',
      missedAt: cn('2025-04-23 00:00'),
    });
  });

  it('a clock that stands still does not ring, and reminds once in all', () => {
    const journey = registered().ring(REVIEW, 'yellow', '2025-04-16').underReview('2025-04-16');
    journey.does('registrar', '2025-04-16', {
      type: 'RequestSupplement',
      data: { items: ['evidence'], note: sealedFor('note') },
    });
    at('2025-04-18')
      .given(...journey.events)
      .when(ring(REVIEW, 'due', 1))
      .thenNothing();
    journey.does('registrar', '2025-04-18', { type: 'ReceiveSupplement', data: { items: ['evidence'] } });
    expect(journey.clock(REVIEW)).toMatchObject({ dueOn: '2025-04-21', revision: 2, open: ['red', 'due'] });
    at('2025-04-22')
      .given(...journey.events)
      .when(ring(REVIEW, 'due', 0))
      .thenNothing();
    at('2025-04-22')
      .given(...journey.events)
      .when(ring(REVIEW, 'due', 2))
      .thenAmongOthers({ type: 'ClockMissed', data: { dueOn: '2025-04-21' } });
  });

  it('a change of the rulebook moves no running clock: what it counts by is kept with it', () => {
    const journey = registered();
    expect(journey.clock(REVIEW)).toMatchObject({
      rulebook: 'RB-MANUAL',
      rulebookVersion: 1,
      amount: 2,
      unit: 'WD',
      reminders: [
        { rung: 'yellow', before: 1 },
        { rung: 'red', before: 0 },
      ],
      article: 'P4-政（一）, G03',
      verification: 'manual',
    });
    journey.underReview('2025-04-16').does('registrar', '2025-04-16', {
      type: 'RequestSupplement',
      data: { items: ['evidence'], note: sealedFor('note') },
    });
    const elsewhere = contextAt(cn('2025-04-18'), 'registrar', (id) => {
      const { version, terms, ...shipped } = SHIPPED.byId(id);
      const other = { amount: 9, pauses: [], reminders: [], verification: 'published' as const };
      return { ...shipped, version: version + 1, terms: terms.map((term) => ({ ...term, ...other })) };
    });
    specify(complaintDecider, elsewhere)
      .given(...journey.events)
      .when({ type: 'ReceiveSupplement', data: { items: ['evidence'] } })
      .thenAmongOthers({ type: 'ClockResumed', data: { dueOn: '2025-04-21' } });
  });
});
