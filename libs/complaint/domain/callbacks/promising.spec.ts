import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMilliseconds } from '#kernel';
import { chinaCalendar, dueDate } from '#calendar';
import { specify } from '#testing';
import { complaintDecider } from '../case/decider.js';
import { announce, attempt, made, promise, required } from '../fixture/calls.js';
import { Journey, cn, contextAt, sealedFor, type Person } from '../fixture/complaint.js';
import { requestClosing, withdraw } from '../fixture/endings.js';
import { timersOf } from '../clocks/timers-of.js';
import { promiseClock } from './promise-clock.js';

const as = (by: Person, now: string) => specify(complaintDecider, contextAt(cn(now), by));
const CLOCK = 'DL-CALLBACK.promise.1';
/** Promised on Tuesday at 10:00 for Thursday at 15:30. */
const promised = () =>
  new Journey().registered('2025-04-15').does('registrar', '2025-04-15', promise('2025-04-17 15:30'));

describe('promising a call', () => {
  it('H05: once a date is promised it is a deadline, due to the minute, around the clock', () => {
    as('registrar', '2025-04-15')
      .given(...new Journey().registered('2025-04-15').events)
      .when(promise('2025-04-17 15:30'))
      .then(
        {
          type: 'ClockStarted',
          data: {
            clock: CLOCK,
            code: 'DL-CALLBACK',
            about: 'call-1',
            amount: 53.5,
            unit: 'H',
            dueAt: cn('2025-04-17 15:30'),
            dueOn: '2025-04-17',
            rings: [
              { rung: 'yellow', at: cn('2025-04-16 15:30') },
              { rung: 'red', at: cn('2025-04-17 14:30') },
              { rung: 'due', at: cn('2025-04-17 15:30') },
            ],
          },
        },
        {
          type: 'CallbackPromised',
          data: {
            callbackId: 'call-1',
            kind: 'progress',
            assignee: 'registrar',
            by: 'registrar',
            promisedAt: cn('2025-04-15'),
            dueAt: cn('2025-04-17 15:30'),
            clock: CLOCK,
            matter: sealedFor('callback.matter'),
          },
        },
      );
  });

  it('H05: a promise of any number of minutes is due exactly then, and no calendar moves it', () => {
    const calendar = chinaCalendar({ knownOn: '2025-04-01' });
    const later = chinaCalendar({ knownOn: '2026-01-01' });
    const minutes = fc.integer({ min: 1, max: 366 * 1440 });
    const seconds = fc.integer({ min: 0, max: 59_999 });
    fc.assert(
      fc.property(minutes, seconds, (length, part) => {
        const dueAt = cn('2025-04-17 15:30');
        const from = addMilliseconds(dueAt, -length * 60_000 + part);
        const { data } = promiseClock([], calendar, 'call-1', { from, dueAt });
        expect(data.dueAt).toBe(dueAt);
        expect(data.startAt <= from).toBe(true);
        const { amount, unit, roll, startAt } = data;
        expect(dueDate(later, { startAt, term: { amount, unit, roll } }).dueAt).toBe(dueAt);
      }),
    );
  });

  it('H05: no outcome is promised before the facts are known; progress or a call at a time agreed is', () => {
    const result = promise('2025-04-25', { kind: 'result' });
    as('officer', '2025-04-18')
      .given(...Journey.notified('2025-04-15', '2025-04-16', '2025-04-17').events)
      .when(result)
      .thenRefused('result-promised-before-facts');
    const known = Journey.accepted('2025-04-15').investigated('2025-04-15');
    expect(known.does('officer', '2025-04-18', result).state.callbacks).toMatchObject([{ kind: 'result' }]);
    expect(promised().state.callbacks).toMatchObject([{ kind: 'progress', origin: 'promised' }]);
  });

  it('H05: by a moment that is to come, within a year, made after the complaint came in', () => {
    const given = as('registrar', '2025-04-15').given(...new Journey().registered('2025-04-15').events);
    given.when(promise('2025-04-15')).thenRefused('callback-due-impossible');
    given.when(promise('2026-05-01')).thenRefused('callback-due-impossible');
    given.when(promise('2025-04-18', { promisedAt: cn('2025-04-14') })).thenRefused('happened-too-early');
    given.when(promise('2025-04-18', { promisedAt: cn('2025-04-16') })).thenRefused('happened-in-the-future');
    given.when(promise('2025-04-18', { subject: 'stranger' })).thenRefused('complainant-not-in-case');
  });

  it('H05: a promise recorded late runs from when it was made, and may have lapsed already', () => {
    const journey = new Journey()
      .registered('2025-04-15')
      .does('registrar', '2025-04-18', promise('2025-04-17 15:30', { promisedAt: cn('2025-04-15 11:00') }));
    expect(journey.clock(CLOCK)).toMatchObject({ startAt: cn('2025-04-15 11:00'), status: 'running' });
    journey.ring(CLOCK, 'due', '2025-04-18');
    expect(journey.clock(CLOCK)).toMatchObject({ status: 'missed', missedAt: cn('2025-04-17 15:30') });
  });

  it('H07: the office requires a call while the case waits; it is nobody’s until it is assigned', () => {
    as('head', '2025-04-18')
      .given(...Journey.notified('2025-04-15', '2025-04-16', '2025-04-17').events)
      .when(required('2025-04-22'))
      .then(
        { type: 'ClockStarted', data: { about: 'call-1' } },
        { type: 'CallbackRequired', data: { kind: 'progress', by: 'head', requiredAt: cn('2025-04-18') } },
      );
  });

  it('asking twice for the same call changes nothing', () => {
    as('registrar', '2025-04-15')
      .given(...promised().events)
      .when(promise('2025-04-17 15:30'))
      .thenNothing();
  });
});

describe('the timers of a promise', () => {
  it('H05: it reminds twice, and brings a lapse before the section head once', () => {
    const kept = promised();
    kept.ring(CLOCK, 'yellow', '2025-04-16 15:30').ring(CLOCK, 'red', '2025-04-17 14:30');
    kept.ring(CLOCK, 'yellow', '2025-04-17 15:00').ring(CLOCK, 'due', '2025-04-17 15:30');
    kept.ring(CLOCK, 'due', '2025-04-18');
    expect(kept.all('ClockReminded').map(({ data }) => data.rung)).toEqual(['yellow', 'red']);
    expect(kept.all('Escalated').map(({ data }) => [data.clock, data.to])).toEqual([
      [CLOCK, ['section-head']],
    ]);
  });

  it('never rings early', () => {
    as('system', '2025-04-16 15:29')
      .given(...promised().events)
      .when({ type: 'RingClock', data: { clock: CLOCK, rung: 'yellow', revision: 0 } })
      .thenNothing();
  });

  it('are set by the promise and end with the call', () => {
    const events = promised().does('registrar', '2025-04-16', made()).events;
    const ops = events
      .flatMap((event) => timersOf(event))
      .filter(({ clock }) => clock === CLOCK)
      .map((effect) => `${effect.rung} ${effect.op === 'set' ? 'set' : effect.end}`);
    expect(ops).toEqual([
      'yellow set',
      'red set',
      'due set',
      'yellow cancelled',
      'red cancelled',
      'due cancelled',
    ]);
  });
});

describe('announcing the next deadline', () => {
  it('H23: before the present one lapses it keeps the promise, and a new deadline runs', () => {
    as('registrar', '2025-04-17')
      .given(...promised().events)
      .when(announce('2025-04-22 17:00'))
      .then(
        { type: 'ClockMet', data: { clock: CLOCK, inTime: true } },
        { type: 'ClockStarted', data: { clock: 'DL-CALLBACK.promise.2', dueAt: cn('2025-04-22 17:00') } },
        {
          type: 'NextDeadlineAnnounced',
          data: {
            callbackId: 'call-1',
            clock: 'DL-CALLBACK.promise.2',
            told: sealedFor('callback.told'),
            announcedAt: cn('2025-04-17'),
          },
        },
      );
  });

  it('H23: after it has lapsed the breach stands, whether or not its timer got to say so', () => {
    as('registrar', '2025-04-18')
      .given(...promised().events)
      .when(announce('2025-04-22 17:00'))
      .then(
        { type: 'ClockMissed', data: { clock: CLOCK, at: cn('2025-04-17 15:30') } },
        { type: 'Escalated', data: { clock: CLOCK, to: ['section-head'] } },
        { type: 'ClockMet', data: { clock: CLOCK, inTime: false } },
        { type: 'ClockStarted', data: { clock: 'DL-CALLBACK.promise.2' } },
        { type: 'NextDeadlineAnnounced', data: { dueAt: cn('2025-04-22 17:00') } },
      );
  });

  it('H23: announced in time and recorded late, the promise was kept', () => {
    const journey = promised().ring(CLOCK, 'due', '2025-04-17 15:30');
    journey.does('registrar', '2025-04-18', announce('2025-04-22 17:00', 'call-1', '2025-04-17 15:00'));
    expect(journey.clock(CLOCK).status).toBe('met');
    expect(journey.clock('DL-CALLBACK.promise.2').startAt).toBe(cn('2025-04-17 15:00'));
  });

  it('H23: the next deadline lies after the present one; an earlier day is no delay, and keeps no promise', () => {
    const given = as('registrar', '2025-04-16').given(...promised().events);
    const facts = { after: cn('2025-04-17 15:30') };
    given.when(announce('2025-04-17 12:00')).thenRefused('callback-due-impossible', facts);
    given.when(announce('2025-04-17 15:30')).thenRefused('callback-due-impossible', facts);
    given.when(announce('2025-04-17 15:31')).thenAmongOthers({ type: 'NextDeadlineAnnounced' });
    as('registrar', '2025-04-18')
      .given(...promised().does('registrar', '2025-04-17', announce('2025-04-22 17:00')).events)
      .when(announce('2025-04-22 12:00'))
      .thenRefused('callback-due-impossible', { after: cn('2025-04-22 17:00') });
    // What had lapsed when it was announced: any day to come.
    as('registrar', '2025-04-18')
      .given(...promised().events)
      .when(announce('2025-04-18 12:00'))
      .thenAmongOthers({ type: 'ClockMet', data: { inTime: false } });
  });

  it('H23: the duty goes on with the new deadline, announcement after announcement', () => {
    const journey = promised()
      .does('registrar', '2025-04-17', announce('2025-04-22 17:00'))
      .does('registrar', '2025-04-22', announce('2025-04-29 17:00'))
      .does('registrar', '2025-04-28', made());
    const statuses = journey.state.clocks
      .filter(({ code }) => code === 'DL-CALLBACK')
      .map(({ status }) => status);
    expect(statuses).toEqual(['met', 'met', 'met']);
    expect(journey.state.callbacks?.[0]?.announcements).toHaveLength(2);
  });
});

describe('a promise and the rulebooks of the case', () => {
  it('H05: what was promised stands when the case is moved to another law', () => {
    const journey = new Journey()
      .registered('2026-03-13')
      .does('registrar', '2026-03-13', promise('2026-03-20'))
      .does('leader', '2026-03-16', {
        type: 'MoveToRulebooks',
        data: {
          to: { internal: 'RB-MANUAL', statutory: 'RB-2026' },
          reason: sealedFor('rulebooks.reason'),
        },
      });
    expect(journey.clock(CLOCK).status).toBe('running');
    expect(journey.all('RulebookMigrated')).toHaveLength(1);
  });
});

describe('a promise and the end of the case', () => {
  const withdrawn = () =>
    Journey.accepted('2025-04-15')
      .notified('2025-04-15')
      .does('officer', '2025-04-15', promise('2025-04-25'))
      .does('officer', '2025-04-16', withdraw());

  it('H05: what was promised is still owed when the case has ended', () => {
    const journey = withdrawn();
    expect(journey.clock(CLOCK).status).toBe('running');
    expect(journey.state.clocks.filter(({ status }) => status === 'running')).toHaveLength(1);
  });

  it('H15: no case is closed while a call is owed', () => {
    const journey = withdrawn();
    as('officer', '2025-04-17')
      .given(...journey.events)
      .when(requestClosing())
      .thenRefused('clocks-still-run', { clocks: [CLOCK] });
    journey.does('officer', '2025-04-17', attempt());
    journey.does('officer', '2025-04-17 11:00', made()).does('officer', '2025-04-18', requestClosing());
    expect(journey.state.phase).toBe('closing-requested');
  });
});
