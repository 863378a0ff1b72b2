import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, startOfDayInChina, type Day } from '#kernel';
import {
  CalendarBook,
  SHIPPED_NOTICES,
  publicationHorizon,
  soundOfficeDays,
  type Calendar,
  type CalendarRecord,
  type HolidayNotice,
} from '#calendar';

const notice2027: HolidayNotice = {
  id: 'notice-2027',
  year: 2027,
  number: '国办发明电〔2026〕9号',
  dated: '2026-11-02',
  published: '2026-11-03',
  amendsEarlier: false,
  daysOff: ['2026-12-31', '2027-01-01'],
  workingDays: ['2027-01-02'],
};
const recorded = (notice: HolidayNotice, on: Day = notice.published): CalendarRecord => ({
  kind: 'notice',
  notice,
  recordedAt: startOfDayInChina(on),
});
const ownDays = (office: string, on: Day, ...days: readonly [Day, boolean][]): CalendarRecord => ({
  kind: 'office-days',
  office,
  days: days.map(([day, works]) => ({ day, works, reason: '局庆' })),
  recordedAt: startOfDayInChina(on),
});

describe('a notice recorded while the product runs', () => {
  const book = new CalendarBook([recorded(notice2027, '2026-11-10')]);

  it('can be known from its publication on, also a day of the December before it', () => {
    const [before, after] = [book.calendarOf('2026-11-02'), book.calendarOf('2026-11-03')];
    expect([before.version, after.version]).toEqual(['notice-2026', 'notice-2027@1']);
    expect([before, after].map((one) => one.isWorkingDay('2026-12-31'))).toEqual([true, false]);
    expect(after.standing('2027-01-02')).toMatchObject({
      works: true,
      notice: 'notice-2027',
      number: '国办发明电〔2026〕9号',
      provisional: false,
    });
    expect(publicationHorizon(after)).toBe('2027-12-31');
  });

  it('is known here from its record on', () => {
    expect(book.calendarOf('2026-11-12').since).toBe(startOfDayInChina('2026-11-10'));
    expect(new CalendarBook().calendarOf('2026-11-12').since).toBe(startOfDayInChina('2025-11-04'));
  });

  it('leaves what was counted before it explained by what was known then', () => {
    const counted = new CalendarBook().calendarOf('2026-11-05');
    const recalled = book.recall(counted.version, '2026-11-05');
    expect(recalled?.isWorkingDay('2026-12-31')).toBe(true);
    expect(recalled?.version).toBe('notice-2026');
    expect(book.calendarOf('2026-11-05').isWorkingDay('2026-12-31')).toBe(false);
  });

  it('is not unlearnt when a later release ships it too, nor does that release rewrite what was counted', () => {
    const shipping = [...SHIPPED_NOTICES, { ...notice2027, workingDays: [] }];
    const upgraded = new CalendarBook(book.records, shipping);
    expect(upgraded.calendarOf('2026-12-01').standing('2027-01-02').works).toBe(true);
    expect(upgraded.notices.filter(({ year }) => year === 2027)).toHaveLength(1);
    const fresh = new CalendarBook([], shipping);
    expect(fresh.calendarOf('2026-12-01').version).toBe('notice-2027');
    expect(fresh.recall('notice-2026', '2026-12-01')?.isWorkingDay('2026-12-31')).toBe(true);
  });

  it('that was published earlier than one known already changes nothing that was counted before it was recorded', () => {
    const late: HolidayNotice = {
      ...notice2027,
      id: 'notice-2026-amendment',
      year: 2026,
      dated: '2026-11-01',
      published: '2026-11-01',
      amendsEarlier: true,
      daysOff: ['2026-12-15'],
      workingDays: [],
    };
    const counted = book.calendarOf('2026-11-12');
    const grown = book.with(recorded(late, '2026-11-20'));
    expect(grown.recall(counted.version, '2026-11-12')?.isWorkingDay('2026-12-15')).toBe(true);
    expect(grown.calendarOf('2026-11-12').isWorkingDay('2026-12-15')).toBe(false);
    expect([counted.version, grown.calendarOf('2026-11-20').version]).toEqual([
      'notice-2027@1',
      'notice-2027@2',
    ]);
  });

  it('makes a version that others cannot recall before they have read it', () => {
    const { version } = book.calendarOf('2026-11-12');
    expect(new CalendarBook().recall(version, '2026-11-12')).toBeUndefined();
    expect(new CalendarBook().recall('notice-2030', '2029-12-01')).toBeUndefined();
    expect(book.recall(version, '2026-11-12')?.version).toBe(version);
    expect(book.recall('no-notice', '2006-01-01')?.isWorkingDay('2006-05-02')).toBe(true);
  });
});

describe("an office's own days", () => {
  const first = ownDays('yunhai', '2026-02-01', ['2026-03-03', false], ['2026-03-07', true]);
  const book = new CalendarBook([first, recorded(notice2027, '2026-11-10')]);
  const own = book.calendarOf('2026-02-02', 'yunhai');

  it('win over weekends and notices, are named as such, and are no other office’s', () => {
    expect(own.standing('2026-03-03')).toEqual({
      day: '2026-03-03',
      works: false,
      reason: 'office-day-off',
      officeReason: '局庆',
      provisional: false,
    });
    expect(own.standing('2026-03-07')).toMatchObject({ works: true, reason: 'office-working-day' });
    for (const calendar of [book.calendarOf('2026-02-02'), book.calendarOf('2026-02-02', 'linhai')]) {
      expect(calendar.isWorkingDay('2026-03-03')).toBe(true);
      expect(calendar.version).toBe('notice-2026');
    }
  });

  it('are known from their record on, and replaced as a whole by the next', () => {
    expect(book.calendarOf('2026-01-31', 'yunhai').isWorkingDay('2026-03-03')).toBe(true);
    const next = book.with(ownDays('yunhai', '2026-02-10', ['2026-03-04', false]));
    const calendar = next.calendarOf('2026-02-10', 'yunhai');
    expect(calendar.version).toBe('notice-2026@3');
    expect(['2026-03-03', '2026-03-04'].map((day) => calendar.isWorkingDay(day))).toEqual([true, false]);
    expect(next.officeDays('yunhai').map(({ day }) => day)).toEqual(['2026-03-04']);
    expect(next.recall(own.version, '2026-02-02', 'yunhai')?.isWorkingDay('2026-03-03')).toBe(false);
  });

  it('are refused when one day is named twice, does not exist, or has no reason', () => {
    const day = { day: '2026-03-03', works: false, reason: '局庆' };
    const refused = (code: string, ...days: (typeof day)[]) =>
      expect(() => soundOfficeDays(days)).toThrow(expect.objectContaining({ code }));
    refused('office-day-twice', day, { ...day, works: true });
    refused('not-a-day', { ...day, day: '2026-02-30' });
    refused('office-day-without-reason', { ...day, reason: ' ' });
  });
});

/** Amendments of 2026, each published on a day of its own, and own days of one office among them. */
const records = fc
  .uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 8 })
  .chain((published) =>
    fc.tuple(
      ...published
        .toSorted((a, b) => a - b)
        .map((on, index) =>
          fc
            .record({
              off: fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 6 }),
              on: fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { minLength: 1, maxLength: 6 }),
              own: fc.boolean(),
            })
            .map((days) => recordOf(addDays('2026-01-01', on), index, days)),
        ),
    ),
  );

function recordOf(
  on: Day,
  index: number,
  days: { off: readonly number[]; on: readonly number[]; own: boolean },
): CalendarRecord {
  const [off, working] = [days.off, days.on].map((list) => list.map((n) => addDays('2026-01-01', n)));
  if (days.own) {
    return ownDays('yunhai', on, ...working!.map((day, place): [Day, boolean] => [day, place % 2 === 0]));
  }
  return recorded({
    ...notice2027,
    id: `notice-2026-amendment-${String(index + 1)}`,
    year: 2026,
    dated: on,
    published: on,
    amendsEarlier: true,
    daysOff: off!.filter((day) => !working!.includes(day)),
    workingDays: working!,
  });
}

const dayOf2026 = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2026-01-01', n));
const standings = (calendar: Calendar | undefined) =>
  JSON.stringify(Array.from({ length: 400 }, (_, n) => calendar?.standing(addDays('2025-12-15', n))));

describe('properties of the book', () => {
  const RUNS = { numRuns: 40 };

  it('what was known on a day is not changed by anything recorded or published later', () => {
    fc.assert(
      fc.property(records, dayOf2026, (all, knownOn) => {
        const till = all.filter(({ recordedAt }) => recordedAt <= startOfDayInChina(knownOn));
        const [early, late] = [new CalendarBook(till), new CalendarBook(all)];
        expect(late.calendarOf(knownOn, 'yunhai').version).toBe(early.calendarOf(knownOn, 'yunhai').version);
        expect(standings(late.calendarOf(knownOn, 'yunhai'))).toEqual(
          standings(early.calendarOf(knownOn, 'yunhai')),
        );
      }),
      RUNS,
    );
  });

  it('the order in which notices are recorded does not matter, only that of their publication', () => {
    const shuffled = records.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, dayOf2026, ([all, mixed], knownOn) => {
        const [a, b] = [new CalendarBook(all), new CalendarBook(mixed)];
        expect(standings(b.calendarOf(knownOn))).toEqual(standings(a.calendarOf(knownOn)));
      }),
      RUNS,
    );
  });

  it('every calendar that something was counted by is found again by its version, whatever came after', () => {
    fc.assert(
      fc.property(records, fc.nat(), (all, place) => {
        const till = all.slice(0, (place % all.length) + 1);
        const knownOn = addDays(till.at(-1)!.recordedAt.slice(0, 10), 1);
        const counted = new CalendarBook(till).calendarOf(knownOn, 'yunhai');
        const recalled = new CalendarBook(all).recall(counted.version, knownOn, 'yunhai');
        expect(standings(recalled)).toEqual(standings(counted));
        expect(recalled).toMatchObject({ version: counted.version, since: counted.since, knownOn });
      }),
      RUNS,
    );
  });
});
