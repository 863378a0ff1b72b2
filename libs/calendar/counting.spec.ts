import { describe, expect, it } from '@jest/globals';
import { startOfDayInChina } from '#kernel';
import {
  addWorkingDays,
  chinaCalendar,
  dueDate,
  explain,
  momentBefore,
  remaining,
  remainingHours,
  resumedOn,
  subtractWorkingDays,
  workingDaysBetween,
  type Pause,
  type Period,
  type Unit,
} from '#calendar';

const calendar = chinaCalendar({ knownOn: '2026-02-01' });

const period = (day: string, amount: number, unit: Unit, more: Partial<Period> = {}): Period => ({
  startAt: startOfDayInChina(day),
  term: { amount, unit, roll: unit === 'CD' },
  ...more,
});
const due = (day: string, amount: number, unit: Unit, more: Partial<Period> = {}) =>
  dueDate(calendar, period(day, amount, unit, more)).dueOn;
const counted = (day: string, amount: number) =>
  explain(calendar, period(day, amount, 'WD'))
    .days.filter((line) => line.counted)
    .map((line) => line.day.slice(5));
const pause = (from: string, until?: string): Pause => ({ from, until, reason: 'expert-appraisal' });
const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('worked examples, as counted', () => {
  it('E1: a letter of Fri 2025-09-26: 5 WD over National Day, 30 and 60 CD from acceptance', () => {
    expect(counted('2025-09-26', 5)).toEqual(['09-28', '09-29', '09-30', '10-09', '10-10']);
    expect(due('2025-09-26', 2, 'WD')).toBe('2025-09-29');
    expect(due('2025-09-29', 2, 'WD')).toBe('2025-10-09');
    expect(due('2025-10-09', 3, 'WD')).toBe('2025-10-13');
    expect(due('2025-10-09', 30, 'CD')).toBe('2025-11-10');
    expect(due('2025-10-09', 60, 'CD')).toBe('2025-12-08');
  });

  it('E3: 5 WD from Thu 2026-02-12 over Spring Festival, 60 CD from acceptance', () => {
    expect(counted('2026-02-12', 5)).toEqual(['02-13', '02-14', '02-24', '02-25', '02-26']);
    expect(due('2026-02-26', 60, 'CD')).toBe('2026-04-27');
  });

  it('E4: 2 WD from Fri 2026-04-03 over Qingming, 60 CD, and both readings of the reply', () => {
    expect(counted('2026-04-03', 2)).toEqual(['04-07', '04-08']);
    expect(due('2026-04-08', 60, 'CD')).toBe('2026-06-08');
    expect(due('2026-04-09', 5, 'WD')).toBe('2026-04-16');
    expect(due('2026-04-09', 10, 'CD')).toBe('2026-04-20');
  });

  it('E6: ten days from a make-up Sunday: 10-09 as CD, 10-17 as WD', () => {
    expect(due('2025-09-28', 10, 'CD')).toBe('2025-10-09');
    expect(due('2025-09-28', 10, 'WD')).toBe('2025-10-17');
  });

  it('E8: 30 CD from Mon 2026-01-26 end on Wed 2026-02-25', () => {
    expect(due('2026-01-26', 30, 'CD')).toBe('2026-02-25');
  });

  it('E9: 5 WD and 3 WD from Tue 2025-04-29 over May Day', () => {
    expect(counted('2025-04-29', 5)).toEqual(['04-30', '05-06', '05-07', '05-08', '05-09']);
    expect(due('2025-04-29', 3, 'WD')).toBe('2025-05-07');
    expect(due('2025-04-29', 2, 'WD')).toBe('2025-05-06');
    expect(due('2025-05-06', 2, 'WD')).toBe('2025-05-08');
    expect(due('2025-05-08', 5, 'WD')).toBe('2025-05-15');
  });
});

describe('counting', () => {
  it('starts with the day after the start in China, whatever the hour, and ends at 24:00 there', () => {
    const late = {
      startAt: '2025-09-26T15:59:59.999Z',
      term: { amount: 5, unit: 'WD', roll: false },
    } as const;
    expect(dueDate(calendar, late)).toEqual({
      dueOn: '2025-10-10',
      dueAt: '2025-10-10T16:00:00.000Z',
      provisional: false,
    });
    expect(dueDate(calendar, { ...late, startAt: '2025-09-26T16:00:00.000Z' }).dueOn).toBe('2025-10-10');
    expect(dueDate(calendar, { ...late, startAt: '2025-09-27T16:00:00.000Z' }).dueOn).toBe('2025-10-11');
  });

  it('ends a CD period on a make-up Saturday there, and rolls only from a rest day', () => {
    expect(due('2025-10-01', 10, 'CD')).toBe('2025-10-11');
    expect(due('2025-10-08', 10, 'CD')).toBe('2025-10-20');
    expect(due('2025-10-07', 10, 'CD')).toBe('2025-10-17');
    const stays = period('2025-10-08', 10, 'CD', { term: { amount: 10, unit: 'CD', roll: false } });
    expect(dueDate(calendar, stays).dueOn).toBe('2025-10-18');
  });

  it('counts an extension from the start and rolls once: 90 + 30 is day 120', () => {
    expect(due('2025-04-02', 90, 'CD')).toBe('2025-07-01');
    expect(due('2025-04-06', 90, 'CD')).toBe('2025-07-07');
    expect(due('2025-04-06', 90, 'CD', { extension: 30 })).toBe('2025-08-04');
    expect(due('2025-04-05', 90, 'CD', { extension: 30 })).toBe('2025-08-04');
    expect(due('2025-04-08', 90, 'CD', { extension: 30 })).toBe('2025-08-06');
  });

  it('skips paused days in the unit of the clock and rolls once at the end', () => {
    expect(due('2026-03-02', 5, 'WD', { pauses: [pause('2026-03-04', '2026-03-09')] })).toBe('2026-03-12');
    expect(due('2026-03-02', 10, 'CD', { pauses: [pause('2026-03-04', '2026-03-09')] })).toBe('2026-03-17');
    expect(due('2026-03-02', 10, 'CD', { pauses: [pause('2026-03-04', '2026-03-06')] })).toBe('2026-03-16');
  });

  it('removes nothing for a pause that starts and ends on one day, lies before the start or after the end', () => {
    const plain = due('2026-03-02', 5, 'WD');
    for (const empty of [
      pause('2026-03-04', '2026-03-04'),
      pause('2026-02-01', '2026-03-03'),
      pause('2026-03-10', '2026-03-20'),
      pause('2026-03-10'),
    ]) {
      expect(due('2026-03-02', 5, 'WD', { pauses: [empty] })).toBe(plain);
    }
  });

  it('merges overlapping pauses', () => {
    const overlapping = [pause('2026-03-04', '2026-03-10'), pause('2026-03-05', '2026-03-07')];
    const one = [pause('2026-03-04', '2026-03-10')];
    expect(due('2026-03-02', 30, 'CD', { pauses: overlapping })).toBe(
      due('2026-03-02', 30, 'CD', { pauses: one }),
    );
  });

  it('has no due date while an open pause holds the clock, and a forecast for a day of resuming', () => {
    const held = period('2026-03-02', 5, 'WD', { pauses: [pause('2026-03-04')] });
    expect(() => dueDate(calendar, held)).toThrow(code('clock-stands-still'));
    expect(() => explain(calendar, held)).toThrow(code('clock-stands-still'));
    expect(dueDate(calendar, resumedOn(held, '2026-03-09')).dueOn).toBe('2026-03-12');
  });

  it('counts hours on the wall clock from the moment', () => {
    const hours = (amount: number): Period => ({
      startAt: '2025-09-30T15:30:00.000Z',
      term: { amount, unit: 'H', roll: false },
    });
    expect(dueDate(calendar, hours(48))).toEqual({
      dueOn: '2025-10-02',
      dueAt: '2025-10-02T15:30:00.000Z',
      provisional: false,
    });
    expect(dueDate(calendar, hours(0.5)).dueAt).toBe('2025-09-30T16:00:00.000Z');
    expect(dueDate(calendar, hours(0.5)).dueOn).toBe('2025-10-01');
    expect(explain(calendar, hours(48)).days).toEqual([]);
  });

  it('marks a date provisional when a day of it lies in a year without a notice', () => {
    const known = chinaCalendar({ knownOn: '2025-11-03' });
    const at = (start: string, roll = true) =>
      dueDate(known, period(start, 10, 'CD', { term: { amount: 10, unit: 'CD', roll } }));
    expect(at('2025-12-20')).toMatchObject({ dueOn: '2025-12-30', provisional: false });
    expect(at('2025-12-22')).toMatchObject({ dueOn: '2026-01-02', provisional: true });
    expect(at('2025-12-22', false)).toMatchObject({ dueOn: '2026-01-01', provisional: false });
    expect(dueDate(calendar, period('2027-01-05', 1, 'WD'))).toMatchObject({ provisional: true });
    const later = chinaCalendar({ knownOn: '2025-11-04' });
    expect(dueDate(later, period('2025-12-22', 10, 'CD'))).toMatchObject({
      dueOn: '2026-01-04',
      provisional: false,
    });
  });

  it('marks a date provisional when only its roll reaches an unpublished year', () => {
    const tenDays = period('2022-12-21', 10, 'CD');
    expect(dueDate(chinaCalendar({ knownOn: '2022-12-07' }), tenDays)).toMatchObject({
      dueOn: '2023-01-02',
      provisional: true,
    });
    expect(dueDate(chinaCalendar({ knownOn: '2022-12-08' }), tenDays)).toMatchObject({
      dueOn: '2023-01-03',
      provisional: false,
    });
  });

  it.each<[string, Period, string]>([
    ['an amount of 0', period('2026-03-02', 0, 'WD'), 'impossible-term'],
    ['half a day', period('2026-03-02', 1.5, 'CD'), 'impossible-term'],
    ['a negative extension', period('2026-03-02', 5, 'CD', { extension: -1 }), 'impossible-term'],
    [
      'hours that roll',
      period('2026-03-02', 5, 'H', { term: { amount: 5, unit: 'H', roll: true } }),
      'impossible-term',
    ],
    ['a fraction of a minute', period('2026-03-02', 0.001, 'H'), 'impossible-term'],
    ['a term beyond 2100', period('2026-03-02', 90_000, 'CD'), 'out-of-range'],
    ['hours beyond all reckoning', period('2026-03-02', 1e14, 'H'), 'out-of-range'],
    ['working days beyond 2100', period('2026-03-02', 90_000, 'WD'), 'out-of-range'],
    [
      'a pause turned round',
      period('2026-03-02', 5, 'WD', { pauses: [pause('2026-03-05', '2026-03-04')] }),
      'impossible-pause',
    ],
    [
      'a pause of hours',
      period('2026-03-02', 5, 'H', { pauses: [pause('2026-03-02', '2026-03-04')] }),
      'impossible-pause',
    ],
    [
      'a pause on a day that does not exist',
      period('2026-03-02', 5, 'WD', { pauses: [pause('2026-02-29')] }),
      'not-a-day',
    ],
    [
      'a start that is no moment',
      { ...period('2026-03-02', 5, 'WD'), startAt: '2026-03-02' },
      'not-an-instant',
    ],
    [
      'a start that does not exist',
      { ...period('2026-03-02', 5, 'WD'), startAt: '2026-02-30T00:00:00.000Z' },
      'not-an-instant',
    ],
    [
      'a start before 2000',
      { ...period('2026-03-02', 5, 'WD'), startAt: '1999-12-30T00:00:00.000Z' },
      'out-of-range',
    ],
  ])('refuses %s', (_fault, impossible, wanted) => {
    expect(() => dueDate(calendar, impossible)).toThrow(code(wanted));
    expect(() => explain(calendar, impossible)).toThrow(code(wanted));
  });
});

describe('working days on their own', () => {
  it('adds, subtracts and measures over make-up days', () => {
    expect(addWorkingDays(calendar, '2025-09-26', 5)).toBe('2025-10-10');
    expect(subtractWorkingDays(calendar, '2025-10-10', 5)).toBe('2025-09-26');
    expect(workingDaysBetween(calendar, '2025-09-26', '2025-10-10')).toBe(5);
    expect(workingDaysBetween(calendar, '2025-10-10', '2025-09-26')).toBe(-5);
    expect(() => addWorkingDays(calendar, '2100-12-31', 1)).toThrow(code('out-of-range'));
    expect(() => addWorkingDays(calendar, '2025-09-26', 0.5)).toThrow(code('impossible-term'));
  });

  it('says what is left, and by how much a date has passed', () => {
    expect(remaining(calendar, '2025-09-29', '2025-10-10', 'WD')).toBe(3);
    expect(remaining(calendar, '2025-09-29', '2025-10-10', 'CD')).toBe(11);
    expect(remaining(calendar, '2025-10-10', '2025-10-10', 'WD')).toBe(0);
    expect(remaining(calendar, '2025-10-13', '2025-10-10', 'WD')).toBe(-2);
    expect(remainingHours('2025-10-01T00:30:00.000Z', '2025-10-03T00:00:00.000Z')).toBe(47);
  });

  it('finds the moment of a reminder in the unit of the clock', () => {
    const end = dueDate(calendar, period('2025-09-26', 5, 'WD'));
    expect(momentBefore(calendar, end, 0, 'WD')).toBe('2025-10-09T16:00:00.000Z');
    expect(momentBefore(calendar, end, 2, 'WD')).toBe('2025-09-29T16:00:00.000Z');
    expect(momentBefore(calendar, end, 2, 'CD')).toBe('2025-10-07T16:00:00.000Z');
    expect(momentBefore(calendar, end, 2, 'H')).toBe('2025-10-10T14:00:00.000Z');
  });
});
