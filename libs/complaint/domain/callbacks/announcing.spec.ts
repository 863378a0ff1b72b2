import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMilliseconds } from '#kernel';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { announce, delay, made } from '../fixture/calls.js';
import { withdraw } from '../fixture/endings.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { announcementOf } from './announcing.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const LAW = 'DL-ACCEPT.RB-2010.1';
/** Tue 2025-04-15: the law's decision is due by Tue the 22nd. */
const registered = () => new Journey().registered('2025-04-15');
const standing = (journey: Journey) => announcementOf(journey.clock(LAW));

describe('a term that the complainant waits for', () => {
  it('H23: the delay is announced with the next date, which is a promise with a clock of its own (H05)', () => {
    as('registrar', '2025-04-21')
      .given(...registered().events)
      .when(delay(LAW, '2025-04-25 15:00'))
      .then(
        {
          type: 'ClockStarted',
          data: { code: 'DL-CALLBACK', about: 'call-1', dueAt: cn('2025-04-25 15:00') },
        },
        {
          type: 'CallbackPromised',
          data: {
            callbackId: 'call-1',
            kind: 'progress',
            assignee: 'registrar',
            matter: sealedFor('callback.told'),
            promisedAt: cn('2025-04-21'),
          },
        },
        {
          type: 'ClockDelayAnnounced',
          data: {
            clock: LAW,
            by: 'registrar',
            announcedAt: cn('2025-04-21'),
            nextDueAt: cn('2025-04-25 15:00'),
            callbackId: 'call-1',
          },
        },
      );
  });

  it('H23: announced before it lapses nothing is owed; the miss of the term stays a miss', () => {
    const journey = registered().does('registrar', '2025-04-21', delay(LAW, '2025-04-25 15:00'));
    expect(standing(journey)).toBe('announced');
    journey.ringsUntil('2025-04-23 00:00');
    expect([journey.clock(LAW).status, standing(journey)]).toEqual(['missed', 'announced']);
    expect(journey.all('Escalated').map(({ data }) => data.clock)).toContain(LAW);
  });

  it('H23: one that lapses unannounced is a breach by name, and stays one whatever is told or done after it', () => {
    const journey = registered();
    expect(standing(journey)).toBe('to-be-announced-if-late');
    journey.ringsUntil('2025-04-23 00:00');
    expect(standing(journey)).toBe('not-announced');
    journey.does('registrar', '2025-04-23 10:00', delay(LAW, '2025-04-25 15:00'));
    expect(standing(journey)).toBe('not-announced');
    journey.reviewed('2025-04-24').filed('2025-04-24');
    expect([journey.clock(LAW).status, standing(journey)]).toEqual(['met-late', 'not-announced']);
  });

  it('H23: what was told in time and recorded late was told in time', () => {
    const journey = registered().ringsUntil('2025-04-23 00:00');
    journey.does('registrar', '2025-04-23 10:00', delay(LAW, '2025-04-25 15:00', '2025-04-22 16:00'));
    expect(standing(journey)).toBe('announced');
  });

  it('a term that was kept owes nothing, and one that nobody waits for never does', () => {
    const kept = registered().reviewed('2025-04-16').filed('2025-04-17');
    expect(standing(kept)).toBeUndefined();
    expect(announcementOf(kept.clock('DL-NOTICE-R.RB-MANUAL.1'))).toBeUndefined();
    as('registrar', '2025-04-17')
      .given(...kept.events)
      .when(delay(LAW, '2025-04-25 15:00'))
      .thenRefused('delay-of-another-term', { clock: LAW });
    const over = registered().does('registrar', '2025-04-16', withdraw());
    as('registrar', '2025-04-17')
      .given(...over.events)
      .when(delay(LAW, '2025-04-25 15:00'))
      .thenRefused('no-delay-to-announce');
    as('registrar', '2025-04-17')
      .given(...kept.events)
      .when(delay('DL-NOTICE-R.RB-MANUAL.1', '2025-04-25 15:00'))
      .thenRefused('delay-of-another-term', { clock: 'DL-NOTICE-R.RB-MANUAL.1' });
  });

  it('the next date lies after the term, and what was told is not told in the future', () => {
    for (const [dueAt, announcedAt, code] of [
      ['2025-04-22 12:00', undefined, 'callback-due-impossible'],
      ['2025-04-23 00:00', undefined, 'callback-due-impossible'],
      ['2026-05-01 00:00', undefined, 'callback-due-impossible'],
      ['2025-04-25 15:00', '2025-04-21 12:01', 'happened-in-the-future'],
      ['2025-04-25 15:00', '2025-04-14 12:00', 'happened-too-early'],
    ] as const) {
      as('registrar', '2025-04-21 12:00')
        .given(...registered().events)
        .when(delay(LAW, dueAt, announcedAt))
        .thenRefused(code);
    }
  });

  it('asked twice it changes nothing; the call is made, or announced anew, as any other', () => {
    const journey = registered().does('registrar', '2025-04-21', delay(LAW, '2025-04-25 15:00'));
    as('registrar', '2025-04-21')
      .given(...journey.events)
      .when(delay(LAW, '2025-04-25 15:00'))
      .thenNothing();
    journey.does('registrar', '2025-04-24', announce('2025-04-28 15:00'));
    journey.does('registrar', '2025-04-28', made());
    expect(journey.state.callbacks?.[0]).toMatchObject({ completed: { by: 'registrar' } });
  });

  it('H23: whether it was announced goes by when people were told, in whatever order that was recorded', () => {
    const hours = fc.array(fc.integer({ min: 1, max: 14 * 24 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(hours, fc.boolean(), (told, rings) => {
        const journey = registered();
        const end = '2025-05-05 12:00';
        if (rings) journey.ringsUntil(end);
        told.forEach((hour, index) => {
          const at = addMilliseconds(cn('2025-04-15'), hour * 3_600_000);
          const { type, data } = delay(LAW, '2025-06-02 12:00', undefined, `call-${String(index)}`);
          journey.does('registrar', end, { type, data: { ...data, announcedAt: at } });
        });
        journey.ringsUntil(end);
        const inTime = told.some(
          (hour) => addMilliseconds(cn('2025-04-15'), hour * 3_600_000) < journey.clock(LAW).dueAt,
        );
        expect(standing(journey)).toBe(inTime ? 'announced' : 'not-announced');
      }),
      { numRuns: 60 },
    );
  });
});
