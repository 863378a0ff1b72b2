import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, startOfDayInChina, type Day } from '#kernel';
import { CalendarBook, dueDate, SHIPPED_NOTICES, type CalendarRecord, type HolidayNotice } from '#calendar';
import { Journey, OFFICE_ID } from '../fixture/complaint.js';
import { livelyBook } from '../fixture/lively-book.js';
import { periodOf } from './ledger.js';
import { recountOf } from './reschedule.js';
import { timersOf } from './timers-of.js';

const AMENDMENT = SHIPPED_NOTICES.find(({ id }) => id === 'notice-2020-amendment')!;
const NOTICE_2026 = SHIPPED_NOTICES.find(({ id }) => id === 'notice-2026')!;
const without = (notice: HolidayNotice) => SHIPPED_NOTICES.filter(({ id }) => id !== notice.id);
const recorded = (notice: HolidayNotice, on: Day = notice.published, time = '02:00'): CalendarRecord => ({
  kind: 'notice',
  notice,
  recordedAt: `${on}T${time}:00.000Z`,
});
const journeyBefore = (notice: HolidayNotice) =>
  new Journey(undefined, new CalendarBook([], without(notice)));

describe('the amendment of 2020, played live (deadlines.md 3)', () => {
  const running = () => journeyBefore(AMENDMENT).registered('2020-01-22');
  const ACCEPT = 'DL-ACCEPT.RB-2010.1';

  it('moves the clocks that run across it, says from where to where, by which notice, and tells who has the case', () => {
    const journey = running();
    expect(journey.clock(ACCEPT)).toMatchObject({ dueOn: '2020-02-04', calendar: 'notice-2020' });
    journey.learns(recorded(AMENDMENT)).rescheduled('2020-01-27');
    expect(journey.all('ClockRescheduled').find(({ data }) => data.clock === ACCEPT)?.data).toMatchObject({
      oldDueOn: '2020-02-04',
      dueOn: '2020-02-06',
      wasProvisional: false,
      provisional: false,
      notices: ['国办发明电〔2020〕1号'],
      officeDays: false,
      calendar: 'notice-2020-amendment@1',
      knownOn: '2020-01-27',
      told: ['registrar'],
      revision: 1,
    });
    expect(journey.clock(ACCEPT)).toMatchObject({
      status: 'running',
      dueOn: '2020-02-06',
      moves: [{ from: '2020-02-04', to: '2020-02-06', notices: ['国办发明电〔2020〕1号'] }],
    });
  });

  it('sets the timers anew, and ends those that have no place any more', () => {
    const journey = running().learns(recorded(AMENDMENT)).rescheduled('2020-01-27');
    const [event] = journey.all('ClockRescheduled').filter(({ data }) => data.clock === ACCEPT);
    const effects = timersOf(event!);
    expect(effects).toContainEqual({
      op: 'set',
      clock: ACCEPT,
      rung: 'due',
      revision: 1,
      fireAt: '2020-02-06T16:00:00.000Z',
    });
    expect(effects.filter(({ op }) => op === 'set')).toHaveLength(event!.data.rings.length);
  });

  it('asked again nothing changes, and a ring of the old time rings no more', () => {
    const journey = running().learns(recorded(AMENDMENT)).rescheduled('2020-01-27');
    const { length } = journey.events;
    journey.rescheduled('2020-01-28').ring(ACCEPT, 'due', '2020-02-05', 0);
    expect(journey.events).toHaveLength(length);
    expect(journey.ring(ACCEPT, 'due', '2020-02-07').clock(ACCEPT).status).toBe('missed');
  });

  it('a clock that was not reached in time is counted anew when it rings, and not missed by the old date', () => {
    const journey = running().learns(recorded(AMENDMENT));
    journey.ring(ACCEPT, 'due', '2020-02-05');
    expect(journey.events.at(-1)).toMatchObject({ type: 'ClockRescheduled', data: { dueOn: '2020-02-06' } });
    expect(journey.ring(ACCEPT, 'due', '2020-02-07').clock(ACCEPT).status).toBe('missed');
  });

  it('a process that does not know the notice yet does not move the clock back', () => {
    const journey = running().learns(recorded(AMENDMENT)).rescheduled('2020-01-27');
    const behind = journeyBefore(AMENDMENT);
    behind.happened(...journey.events);
    expect(behind.asks('system', '2020-01-27', { type: 'RescheduleClocks', data: {} })).toEqual([]);
    expect(behind.ring(ACCEPT, 'due', '2020-02-05', 1).clock(ACCEPT)).toMatchObject({
      status: 'running',
      dueOn: '2020-02-06',
    });
  });
});

describe('a date that has passed is never moved (deadlines.md 3)', () => {
  const ACCEPT = 'DL-ACCEPT.RB-2010.1';
  const late = (on: Day) => journeyBefore(AMENDMENT).registered('2020-01-22').learns(recorded(AMENDMENT, on));

  it('missed before the notice was recorded: it stays missed, and the case says so once', () => {
    const journey = journeyBefore(AMENDMENT).registered('2020-01-22').ring(ACCEPT, 'due', '2020-02-05');
    expect(journey.clock(ACCEPT).status).toBe('missed');
    journey.learns(recorded(AMENDMENT, '2020-02-05')).rescheduled('2020-02-05').rescheduled('2020-02-06');
    const said = journey.all('ClockNotMoved').filter(({ data }) => data.clock === ACCEPT);
    expect(said).toMatchObject([
      { data: { oldDueOn: '2020-02-04', wouldBeDueOn: '2020-02-06', why: 'date-has-passed' } },
    ]);
    expect(journey.clock(ACCEPT)).toMatchObject({ status: 'missed', dueOn: '2020-02-04' });
  });

  it('run out before the notice was recorded, its timer late: it is missed by its old date', () => {
    const journey = late('2020-02-05').rescheduled('2020-02-05');
    expect(journey.clock(ACCEPT)).toMatchObject({ status: 'running', dueOn: '2020-02-04' });
    journey.ring(ACCEPT, 'due', '2020-02-05');
    expect(journey.clock(ACCEPT).status).toBe('missed');
  });

  it('the answer does not depend on when it is asked: recorded in time, it moves even if asked late', () => {
    const journey = late('2020-02-04').rescheduled('2020-02-05');
    expect(journey.clock(ACCEPT)).toMatchObject({ status: 'running', dueOn: '2020-02-06' });
  });

  it('moved to a day that had passed when the notice was recorded: nobody could have kept it, so it stays', () => {
    // A make-up Saturday, published before it and recorded after the day that it would have made the last one.
    const makeUp: HolidayNotice = {
      ...AMENDMENT,
      id: 'notice-2026-amendment',
      year: 2026,
      number: '国办发明电〔2026〕3号',
      dated: '2026-03-12',
      published: '2026-03-12',
      daysOff: [],
      workingDays: ['2026-03-14'],
    };
    const registered = () => new Journey().registered('2026-03-13');
    const REVIEW = 'DL-REVIEW.RB-MANUAL.1';
    expect(registered().clock(REVIEW).dueOn).toBe('2026-03-17');
    const inTime = registered().learns(recorded(makeUp, '2026-03-14')).rescheduled('2026-03-14');
    expect(inTime.clock(REVIEW).dueOn).toBe('2026-03-16');
    const tooLate = registered().learns(recorded(makeUp, '2026-03-17')).rescheduled('2026-03-17');
    expect(tooLate.clock(REVIEW)).toMatchObject({
      status: 'running',
      dueOn: '2026-03-17',
      notMoved: { wouldBeDueOn: '2026-03-16', why: 'new-date-has-passed' },
    });
  });
});

describe('the notice of a year appears (deadlines.md 3)', () => {
  const REFER = 'DL-DISPOSE.RB-2010.1';
  const accepted = () => {
    const journey = journeyBefore(NOTICE_2026).registered('2025-11-03').reviewed('2025-11-03');
    return journey.decided('2025-11-03', { outcome: 'accept' });
  };

  it('a provisional mark falls away, with or without another date', () => {
    const journey = accepted();
    expect(journey.clock(REFER)).toMatchObject({ dueOn: '2026-01-02', provisional: true });
    journey.learns(recorded(NOTICE_2026)).rescheduled('2025-11-04');
    expect(journey.clock(REFER)).toMatchObject({ dueOn: '2026-01-04', provisional: false });
    const confirmed = journeyBefore(NOTICE_2026)
      .registered('2025-12-29')
      .learns(recorded(NOTICE_2026, '2025-12-30'));
    const before = confirmed.dueDays;
    confirmed.rescheduled('2025-12-30');
    const events = confirmed.all('ClockRescheduled').map(({ data }) => data);
    expect(events.some((one) => one.wasProvisional && !one.provisional)).toBe(true);
    for (const { clock, oldDueOn } of events) expect(oldDueOn).toBe(before[clock]);
  });

  it('a paused clock is counted by the new calendar when it runs again', () => {
    const journey = journeyBefore(NOTICE_2026).registered('2025-12-29').underReview('2025-12-29');
    const note = { $sealed: 1, subject: 's', field: 'note', iv: '', text: '', commitment: '' } as const;
    journey.does('registrar', '2025-12-29', {
      type: 'RequestSupplement',
      data: { items: ['evidence'], note },
    });
    const paused = journey.state.clocks.find(({ status }) => status === 'paused')!;
    journey.learns(recorded(NOTICE_2026, '2025-12-30')).rescheduled('2025-12-30');
    expect(journey.clock(paused.clock).calendar).toBe('notice-2025');
    journey.does('registrar', '2025-12-31', { type: 'ReceiveSupplement', data: { items: ['evidence'] } });
    expect(journey.clock(paused.clock)).toMatchObject({ status: 'running', calendar: 'notice-2026@1' });
  });
});

describe('a reminder that was put off, or has fallen away, does not come back (deadlines.md 3)', () => {
  const LAW = 'DL-ACCEPT.RB-2010.1';
  /** Days of the office that lie beyond every clock of the case. */
  const farAway = (on: Day, time: string, days: number): CalendarRecord => ({
    kind: 'office-days',
    office: OFFICE_ID,
    days: Array.from({ length: days }, (_, n) => ({
      day: addDays('2026-12-07', n),
      works: false,
      reason: '单位搬迁',
    })),
    recordedAt: `${on}T${time}:00.000Z`,
  });
  const anew = (journey: Journey) =>
    journey.all('ClockRescheduled').filter(({ data }) => data.because === undefined);
  /** The calendar changes twice for days that are no business of the case: at 18:00 and at 19:00 China time. */
  const twice = (journey: Journey, on: Day) => {
    for (const [index, time] of ['10:00', '11:00'].entries())
      journey.learns(farAway(on, time, index + 1)).rescheduled(`${on} 20:00`);
  };

  it('put off: the clock is left alone at every change of the calendar, and reminds when the office opens', () => {
    const journey = new Journey().registered('2025-04-15').ring(LAW, 'yellow', '2025-04-21 17:00');
    const put = journey.clock(LAW);
    twice(journey, '2025-04-21');
    expect(anew(journey)).toEqual([]);
    expect(journey.clock(LAW)).toEqual(put);
    journey.ringsUntil('2025-04-22 09:00');
    expect(journey.clock(LAW)).toMatchObject({ raised: ['yellow', 'red'], open: ['due'] });
  });

  it('fallen away: the clock is left alone, and the reminder does not ring after all', () => {
    const journey = new Journey().registered('2025-04-15').ring(LAW, 'red', '2025-04-22 17:00');
    expect(journey.clock(LAW).open).toEqual(['due']);
    twice(journey, '2025-04-22');
    expect(anew(journey)).toEqual([]);
    expect(journey.clock(LAW).open).toEqual(['due']);
  });

  it('another date: its reminders are set anew', () => {
    const journey = new Journey().registered('2025-04-15').ring(LAW, 'yellow', '2025-04-21 17:00');
    journey.learns({
      kind: 'office-days',
      office: OFFICE_ID,
      days: [{ day: '2025-04-22', works: false, reason: '单位搬迁' }],
      recordedAt: '2025-04-21T10:00:00.000Z',
    });
    journey.rescheduled('2025-04-21 20:00');
    expect(journey.clock(LAW)).toMatchObject({
      dueOn: '2025-04-23',
      rings: [
        { rung: 'yellow', at: '2025-04-21T01:00:00.000Z' },
        { rung: 'red', at: '2025-04-23T01:00:00.000Z' },
        { rung: 'due', at: '2025-04-23T16:00:00.000Z' },
      ],
    });
  });
});

describe("an office's own days", () => {
  it('move its clocks, and the event says that it was they', () => {
    const journey = new Journey().registered('2026-03-11');
    journey.learns({
      kind: 'office-days',
      office: OFFICE_ID,
      days: [{ day: '2026-03-12', works: false, reason: '单位搬迁' }],
      recordedAt: startOfDayInChina('2026-03-11'),
    });
    journey.rescheduled('2026-03-11');
    expect(journey.all('ClockRescheduled').map(({ data }) => data)).toContainEqual(
      expect.objectContaining({
        clock: 'DL-REVIEW.RB-MANUAL.1',
        oldDueOn: '2026-03-13',
        dueOn: '2026-03-16',
        notices: [],
        officeDays: true,
      }),
    );
  });
});

describe('properties of rescheduling', () => {
  const START = '2025-03-03';
  const book = livelyBook(START, 8);
  const after = fc.integer({ min: 1, max: 7 });
  const begins = fc.integer({ min: 0, max: 40 }).map((n) => addDays(START, n));
  /** Registered, accepted and given to a handler on one day, with everything known by then. */
  const caseOn = (day: Day) => {
    const known = book.records.filter(({ recordedAt }) => recordedAt <= startOfDayInChina(day));
    const journey = new Journey(undefined, new CalendarBook(known));
    journey.registered(day).reviewed(day).decided(day, { outcome: 'accept' }).withHandlers(day, 'officer');
    return { journey, rest: book.records.slice(known.length) };
  };

  it('counting anew gives what counting from the start by the new calendar gives, in one step or in many', () => {
    fc.assert(
      fc.property(begins, after, (day, count) => {
        const [many, one] = [caseOn(day), caseOn(day)];
        const records = many.rest.slice(0, count);
        for (const record of records) {
          many.journey.learns(record).rescheduled(record.recordedAt.slice(0, 10));
          one.journey.learns(record);
        }
        const today = addDays(records.at(-1)?.recordedAt.slice(0, 10) ?? day, 1);
        one.journey.rescheduled(today);
        many.journey.rescheduled(today);
        const calendar = book.calendarOf(today, OFFICE_ID);
        for (const { journey } of [one, many]) {
          for (const clock of journey.state.clocks.filter(({ status }) => status === 'running')) {
            expect(recountOf(clock, calendar)).toBeUndefined();
            if (clock.notMoved) continue;
            const { dueOn, provisional } = dueDate(calendar, periodOf(clock));
            if (clock.dueAt <= calendar.since) continue;
            expect({ dueOn: clock.dueOn, provisional: clock.provisional }).toEqual({ dueOn, provisional });
            if (clock.unit === 'WD' || clock.roll) expect(calendar.isWorkingDay(clock.dueOn)).toBe(true);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('every clock is explained by the calendar that it was counted by, whatever was recorded since', () => {
    fc.assert(
      fc.property(begins, after, (day, count) => {
        const { journey, rest } = caseOn(day);
        for (const record of rest.slice(0, count)) {
          journey.learns(record).rescheduled(record.recordedAt.slice(0, 10));
        }
        for (const clock of journey.state.clocks) {
          const counted = book.recall(clock.calendar, clock.knownOn, OFFICE_ID)!;
          if (clock.status !== 'running') continue;
          expect(dueDate(counted, periodOf(clock)).dueOn).toBe(clock.dueOn);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('of notices that became known one after the other, the order in which they are recorded does not matter', () => {
    fc.assert(
      fc.property(begins, fc.shuffledSubarray([1, 2, 3], { minLength: 3 }), (day, order) => {
        const [straight, mixed] = [[1, 2, 3], order].map((places) => {
          const { journey } = caseOn(day);
          for (const place of places) journey.learns(published(day, place)).rescheduled(addDays(day, 6));
          return journey.dueDays;
        });
        expect(mixed).toEqual(straight);
      }),
      { numRuns: 25 },
    );
  });

  /** An amendment of the five weeks after that day, published on the n-th day after it and recorded on the fifth. */
  function published(day: Day, place: number): CalendarRecord {
    const record = livelyBook(addDays(day, place), 1).records[0]!;
    const notice = record.kind === 'notice' && { ...record.notice, id: `amendment-${String(place)}` };
    return {
      kind: 'notice',
      notice: notice as HolidayNotice,
      recordedAt: startOfDayInChina(addDays(day, 5)),
    };
  }
});
