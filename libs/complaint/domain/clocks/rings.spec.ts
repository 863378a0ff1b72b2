import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMilliseconds, dayInChina } from '#kernel';
import {
  chinaCalendar,
  dueDate,
  isOpenAt,
  momentBefore,
  nextOpening,
  workingDaysBetween,
  type OfficeHours,
} from '#calendar';
import { cn, Journey } from '../fixture/complaint.js';
import { DUE, putOff, ringsOf } from './rings.js';

const calendar = chinaCalendar({ knownOn: '2026-02-01' });
const HOURS: OfficeHours = { opens: '09:00', closes: '17:00' };
const RUNGS = [
  { rung: 'yellow', before: 1 },
  { rung: 'red', before: 0 },
];

/** The reminders of a term, as days and times in China. */
function reminded(startAt: string, amount: number, unit: 'WD' | 'CD', roll = true, officeHours = HOURS) {
  const clock = { unit, startAt: cn(startAt), reminders: RUNGS, officeHours };
  const due = dueDate(calendar, {
    startAt: clock.startAt,
    term: { amount, unit, roll: unit === 'CD' && roll },
  });
  return ringsOf(calendar, clock, due)
    .filter(({ rung }) => rung !== DUE)
    .map(({ rung, at }) => `${rung} ${chinaText(at)}`);
}

function chinaText(at: string): string {
  return addMilliseconds(at, 8 * 3_600_000)
    .slice(0, 16)
    .replace('T', ' ');
}

describe('when a clock reminds', () => {
  it('when the office opens on the day; a day before a rest day stands in for the rest day', () => {
    expect(reminded('2026-04-21 14:00', 5, 'WD')).toEqual([
      'yellow 2026-04-27 09:00',
      'red 2026-04-28 09:00',
    ]);
    // Due on Monday the 27th: the day before it is a Sunday.
    expect(reminded('2026-04-17 10:00', 10, 'CD')).toEqual([
      'yellow 2026-04-24 09:00',
      'red 2026-04-27 09:00',
    ]);
  });

  it('before the long holiday, and on a make-up Saturday as on any working day', () => {
    // National Day 2025: 1 to 8 October off, the 11th is worked. Due on the 9th.
    expect(reminded('2025-09-28 10:00', 10, 'CD')).toEqual([
      'yellow 2025-09-30 09:00',
      'red 2025-10-09 09:00',
    ]);
    expect(reminded('2025-10-09 10:00', 2, 'WD')).toEqual([
      'yellow 2025-10-10 09:00',
      'red 2025-10-11 09:00',
    ]);
  });

  it('not before the term: then the next opening within it, and without one at once, while the office is open', () => {
    expect(reminded('2026-04-24 10:00', 3, 'CD')).toEqual([
      'yellow 2026-04-27 09:00',
      'red 2026-04-27 09:00',
    ]);
    // Two days that end on a Sunday, from a Friday on.
    expect(reminded('2026-04-24 10:00', 2, 'CD', false)).toEqual([
      'yellow 2026-04-24 10:00',
      'red 2026-04-24 10:00',
    ]);
    expect(reminded('2026-04-24 20:00', 2, 'CD', false)).toEqual([]);
  });

  it('as the office sets its hours', () => {
    const late = { opens: '10:30', closes: '19:00' };
    expect(reminded('2026-04-21 14:00', 5, 'WD', false, late)).toEqual([
      'yellow 2026-04-27 10:30',
      'red 2026-04-28 10:30',
    ]);
  });

  it('H05, H08: a promise, and any term in hours, reminds at any time', () => {
    const clock = {
      unit: 'H',
      startAt: cn('2026-04-24 23:00'),
      reminders: [{ rung: 'red', before: 1 }],
    } as const;
    const due = dueDate(calendar, { startAt: clock.startAt, term: { amount: 4, unit: 'H', roll: false } });
    expect(ringsOf(calendar, clock, due)[0]).toEqual({ rung: 'red', at: cn('2026-04-25 02:00') });
  });

  it('a clock that was written down before offices had hours rings when it was to', () => {
    const { officeHours: _, ...old } = new Journey().registered('2025-04-15').clock('DL-ACCEPT.RB-2010.1');
    expect(ringsOf(calendar, old, old)).toEqual([
      { rung: 'yellow', at: cn('2025-04-21 00:00') },
      { rung: 'red', at: cn('2025-04-22 00:00') },
      { rung: 'due', at: cn('2025-04-23 00:00') },
    ]);
    expect(putOff(old, calendar, cn('2025-04-21 00:00'))).toBeUndefined();
  });

  const minute = fc.integer({ min: 0, max: 3 * 366 * 1440 });
  const hours = fc
    .uniqueArray(fc.integer({ min: 0, max: 47 }), { minLength: 2, maxLength: 2 })
    .map((halves) => halves.toSorted((a, b) => a - b).map(textOf))
    .map(([opens = '', closes = '']) => ({ opens, closes }));
  const textOf = (half: number) =>
    `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
  const terms = fc.record({
    startAt: minute.map((n) => addMilliseconds(cn('2024-01-01 00:00'), n * 60_000)),
    unit: fc.constantFrom('WD' as const, 'CD' as const),
    amount: fc.integer({ min: 1, max: 90 }),
    roll: fc.boolean(),
    befores: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 4 }),
    officeHours: hours,
  });

  it('never at night, on a rest day, before the start or after the end, each rung once, moved only as rest days explain', () => {
    fc.assert(
      fc.property(terms, ({ startAt, unit, amount, roll, befores, officeHours }) => {
        const due = dueDate(calendar, { startAt, term: { amount, unit, roll: unit === 'CD' && roll } });
        const reminders = befores
          .filter((before) => before < amount)
          .map((before) => ({ rung: String(before), before }));
        const rings = ringsOf(calendar, { unit, startAt, reminders, officeHours }, due);
        expect(rings.at(-1)).toEqual({ rung: DUE, at: due.dueAt });
        expect(new Set(rings.map(({ rung }) => rung)).size).toBe(rings.length);
        for (const { rung, at } of rings.slice(0, -1)) {
          expect(isOpenAt(calendar, officeHours, at)).toBe(true);
          expect(at >= startAt && at < due.dueAt).toBe(true);
          const meant = dayInChina(momentBefore(calendar, due, Number(rung), unit));
          if (dayInChina(at) > meant) expect(at).toBe(nextOpening(calendar, officeHours, startAt));
          else expect(workingDaysBetween(calendar, dayInChina(at), meant)).toBe(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('only a term that has no office time left goes without a reminder', () => {
    fc.assert(
      fc.property(terms, ({ startAt, unit, amount, roll, officeHours }) => {
        const due = dueDate(calendar, { startAt, term: { amount, unit, roll: unit === 'CD' && roll } });
        const clock = { unit, startAt, reminders: [{ rung: 'red', before: 0 }], officeHours };
        const rang = ringsOf(calendar, clock, due).length === 2;
        expect(rang).toBe(hasOfficeTime(startAt, due.dueAt, officeHours));
      }),
      { numRuns: 500 },
    );
  });

  it('what is put off rings in office time before the end, or not at all', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 0, max: 5 * 1440 }), ({ startAt, unit, officeHours }, wait) => {
        const due = dueDate(calendar, { startAt, term: { amount: 5, unit, roll: unit === 'CD' } });
        const clock = { unit, startAt, reminders: RUNGS, officeHours };
        const rings = ringsOf(calendar, clock, due);
        const now = addMilliseconds(rings[0]!.at, wait * 60_000);
        const later = putOff(
          { ...due, officeHours, rings, open: rings.map(({ rung }) => rung) },
          calendar,
          now,
        );
        expect(later === undefined).toBe(isOpenAt(calendar, officeHours, now));
        for (const { rung, at } of later ?? []) {
          if (rung === DUE) expect(at).toBe(due.dueAt);
          else expect(at > now && at < due.dueAt && isOpenAt(calendar, officeHours, at)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether the office is open at some moment of a term; it opens and closes on the half hour. */
function hasOfficeTime(startAt: string, dueAt: string, hours: OfficeHours): boolean {
  const half = 30 * 60_000;
  const next = new Date((Math.floor(Date.parse(startAt) / half) + 1) * half).toISOString();
  for (let at = startAt; at < dueAt; at = at === startAt ? next : addMilliseconds(at, half)) {
    if (isOpenAt(calendar, hours, at)) return true;
  }
  return false;
}
