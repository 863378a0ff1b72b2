import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMilliseconds, dayInChina, type Day } from '#kernel';
import {
  addWorkingDays,
  CalendarBook,
  chinaCalendar,
  dueDate,
  explain,
  subtractWorkingDays,
  workingDaysBetween,
  type Calendar,
  type Pause,
  type Period,
} from '#calendar';

const calendars = ['2006-06-01', '2015-05-12', '2020-01-26', '2026-01-01'].map((knownOn) =>
  chinaCalendar({ knownOn }),
);
const officeDays = [
  { day: '2016-03-03', works: false, reason: 'local' },
  { day: '2016-03-05', works: true, reason: 'local' },
];
const recordedAt = '2016-01-01T00:00:00.000Z';
const ownDays = { kind: 'office-days', office: 'yunhai', days: officeDays, recordedAt } as const;
calendars.push(new CalendarBook([ownDays]).calendarOf('2026-01-01', 'yunhai'));

const calendar = fc.constantFrom(...calendars);
const day = fc.integer({ min: 0, max: 8_400 }).map((n) => addDays('2005-06-01', n));
const startAt = fc
  .tuple(day, fc.integer({ min: 0, max: 86_399_999 }))
  .map(([d, ms]) => addMilliseconds(`${d}T00:00:00.000Z`, ms));
const unit = fc.constantFrom('WD' as const, 'CD' as const);
const term = fc.record({ amount: fc.integer({ min: 1, max: 130 }), unit, roll: fc.boolean() });
const extension = fc.integer({ min: 0, max: 40 });

/** Pauses that touch the period more often than not. */
const pausesFrom = (start: Day) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -5, max: 150 }), fc.integer({ min: 0, max: 30 }))
      .map(([after, length]): Pause => ({
        from: addDays(start, after),
        until: addDays(start, after + length),
        reason: 'expert-appraisal',
      })),
    { maxLength: 4 },
  );
const period: fc.Arbitrary<Period> = startAt.chain((at) =>
  fc.record({ startAt: fc.constant(at), term, extension, pauses: pausesFrom(dayInChina(at)) }),
);

/** The rules of counting read literally, one day after another. */
function literally(known: Calendar, { startAt: at, term: t, extension: more = 0, pauses = [] }: Period): Day {
  let at24 = dayInChina(at);
  const paused = () => pauses.some((p) => p.from <= at24 && at24 < (p.until ?? '9999'));
  for (let left = t.amount + more; left > 0;) {
    at24 = addDays(at24, 1);
    if (!paused() && (t.unit === 'CD' || known.isWorkingDay(at24))) left--;
  }
  while (t.unit === 'CD' && t.roll && (paused() || !known.isWorkingDay(at24))) at24 = addDays(at24, 1);
  return at24;
}

const due = (known: Calendar, p: Period) => dueDate(known, p).dueOn;
const RUNS = { numRuns: 600 };

describe('properties of counting', () => {
  it('the arithmetic gives what counting day by day gives', () => {
    fc.assert(
      fc.property(calendar, period, (known, p) => {
        expect(due(known, p)).toBe(literally(known, p));
      }),
      RUNS,
    );
  });

  it('is monotone in the amount and in the extension', () => {
    fc.assert(
      fc.property(calendar, period, (known, p) => {
        const longer = { ...p, term: { ...p.term, amount: p.term.amount + 1 } };
        expect(due(known, longer) >= due(known, p)).toBe(true);
        expect(due(known, longer)).toBe(due(known, { ...p, extension: (p.extension ?? 0) + 1 }));
      }),
      RUNS,
    );
  });

  it('is monotone in the start', () => {
    fc.assert(
      fc.property(calendar, period, fc.integer({ min: 0, max: 20 }), (known, p, later) => {
        const moved = { ...p, startAt: addMilliseconds(p.startAt, later * 43_200_000) };
        expect(due(known, moved) >= due(known, p)).toBe(true);
      }),
      RUNS,
    );
  });

  it('is never due on a rest day where it rolls, and WD always ends on a working day', () => {
    fc.assert(
      fc.property(calendar, period, (known, p) => {
        if (p.term.unit === 'WD' || p.term.roll) expect(known.isWorkingDay(due(known, p))).toBe(true);
      }),
      RUNS,
    );
  });

  it('does not mind the order of pauses, and an empty pause changes nothing', () => {
    fc.assert(
      fc.property(calendar, period, day, (known, p, d) => {
        const turned = { ...p, pauses: [...(p.pauses ?? [])].reverse() };
        expect(due(known, turned)).toBe(due(known, p));
        const empty: Pause = { from: d, until: d, reason: 'x' };
        expect(due(known, { ...p, pauses: [empty, ...(p.pauses ?? [])] })).toBe(due(known, p));
      }),
      RUNS,
    );
  });

  it('the explanation adds up: contiguous days, counted = amount + extension, the same due date', () => {
    fc.assert(
      fc.property(calendar, period, (known, p) => {
        const { days, dueOn, dueAt, provisional } = explain(known, p);
        expect({ dueOn, dueAt, provisional }).toEqual(dueDate(known, p));
        const counted = days.filter((line) => line.counted);
        expect(counted.map((line) => line.number)).toEqual(
          Array.from({ length: p.term.amount + (p.extension ?? 0) }, (_, i) => i + 1),
        );
        expect(days[0]).toMatchObject({ day: dayInChina(p.startAt), why: 'start-day', counted: false });
        expect(days.at(-1)?.day).toBe(dueOn);
        expect(days.map((line) => line.day)).toEqual(days.map((_, i) => addDays(dayInChina(p.startAt), i)));
        expect(days.map((line) => line.standing)).toEqual(days.map((line) => known.standing(line.day)));
        expect(days.every((line) => line.counted === (line.why === 'counted'))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('adding and measuring working days are inverse', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 400 }), (known, d, n) => {
        const later = addWorkingDays(known, d, n);
        expect(known.isWorkingDay(later)).toBe(true);
        expect(workingDaysBetween(known, d, later)).toBe(n);
        if (known.isWorkingDay(d)) expect(subtractWorkingDays(known, later, n)).toBe(d);
      }),
      RUNS,
    );
  });

  it('a calendar made elsewhere is reckoned like one made here', () => {
    const own = chinaCalendar({ knownOn: '2026-01-01' });
    const foreign: Calendar = { ...own, version: 'foreign' };
    fc.assert(
      fc.property(period, (p) => {
        expect(explain(foreign, p)).toEqual({ ...explain(own, p), calendar: 'foreign' });
      }),
      { numRuns: 100 },
    );
  });
});
