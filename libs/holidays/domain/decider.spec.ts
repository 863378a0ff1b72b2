import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '#kernel';
import { CalendarBook, SHIPPED_NOTICES } from '#calendar';
import { specify } from '#testing';
import golden from './golden/events-v1.json' with { type: 'json' };
import { HOLIDAY_EVENTS, holidayDecider, type HolidayEvent, type NoticeInput } from './index.js';

const notice: NoticeInput = {
  year: 2027,
  number: '国办发明电〔2026〕9号',
  dated: '2026-11-02',
  published: '2026-11-03',
  amendsEarlier: false,
  daysOff: ['2026-12-31', '2027-01-01'],
  workingDays: ['2027-01-02'],
};
const amendment: NoticeInput = {
  ...notice,
  number: null,
  dated: '2026-11-20',
  published: '2026-11-21',
  amendsEarlier: true,
  daysOff: ['2027-01-02', '2027-01-04'],
  workingDays: [],
};
const NOW = '2026-11-25T02:00:00.000Z';
const calendar = specify(holidayDecider, { now: NOW, shipped: SHIPPED_NOTICES });
const adding = (data: NoticeInput) => ({ type: 'AddNotice', data }) as const;
const added = (data: NoticeInput, id: string): HolidayEvent => ({
  type: 'HolidayNoticeAdded',
  data: { ...data, id, addedAt: NOW },
});
const known = added(notice, 'notice-2027');

describe('a notice is entered', () => {
  it('gets the id of its year, and is part of the book from then on', () => {
    const answer = calendar.given().when(adding(notice));
    answer.then({ type: 'HolidayNoticeAdded', data: { ...notice, id: 'notice-2027', addedAt: NOW } });
    const book = new CalendarBook(answer.state.records);
    expect(book.calendarOf('2026-11-25').standing('2027-01-02').notice).toBe('notice-2027');
    expect(book.recordedAt('notice-2027')).toBe(NOW);
  });

  it('a second time changes nothing, in whatever order its days are named; nor does one that was shipped', () => {
    const turned = { ...notice, daysOff: notice.daysOff.toReversed(), source: 'https://www.gov.cn/' };
    calendar.given(known).when(adding(turned)).thenNothing();
    const { id: _, ...shipped } = SHIPPED_NOTICES.at(-1)!;
    calendar.given().when(adding(shipped)).thenNothing();
  });

  it('is corrected by a later one, which replaces the days it names and nothing else', () => {
    const answer = calendar.given(known).when(adding(amendment));
    answer.then({ type: 'HolidayNoticeAdded', data: { id: 'notice-2027-amendment' } });
    const book = new CalendarBook(answer.state.records).calendarOf('2026-11-25');
    expect(['2027-01-01', '2027-01-02', '2027-01-04'].map((day) => book.isWorkingDay(day))).toEqual([
      false,
      false,
      false,
    ]);
    const again = { ...amendment, published: '2026-11-22', daysOff: [], workingDays: ['2027-01-04'] };
    calendar
      .given(known, ...answer.events)
      .when(adding(again))
      .then({ type: 'HolidayNoticeAdded', data: { id: 'notice-2027-amendment-2' } });
  });

  it('that was mistyped is put right by an amendment of the same day', () => {
    const right = { ...notice, amendsEarlier: true, daysOff: ['2027-01-02'], workingDays: [] };
    const { state } = calendar.given(known).when(adding(right));
    const book = new CalendarBook(state.records);
    expect(book.calendarOf('2026-11-03').isWorkingDay('2027-01-02')).toBe(false);
  });
});

describe('a notice is refused', () => {
  it.each<[string, Partial<NoticeInput>, string, object]>([
    ['that is published tomorrow', { published: '2026-11-26' }, 'notice-not-published-yet', {}],
    [
      'that names a day that does not exist',
      { daysOff: ['2027-02-30'] },
      'notice-unsound',
      { problems: [{ code: 'not-a-day', day: '2027-02-30' }] },
    ],
    [
      'that makes up on a weekday',
      { workingDays: ['2027-01-05'] },
      'notice-unsound',
      { problems: [{ code: 'make-up-day-on-a-weekday', day: '2027-01-05' }] },
    ],
    [
      'that has a day both off and worked',
      { workingDays: ['2027-01-02'], daysOff: ['2027-01-02'] },
      'notice-unsound',
      { problems: [{ code: 'off-and-working', day: '2027-01-02' }] },
    ],
    ['that names no day', { workingDays: [], daysOff: [] }, 'notice-unsound', {}],
    [
      'of a year that has one',
      { year: 2026, daysOff: ['2026-12-31'], workingDays: [] },
      'notice-of-year-known',
      {},
    ],
    ['that amends nothing', { amendsEarlier: true }, 'notice-amends-nothing', { year: 2027 }],
  ])('%s', (_what, change, code, facts) => {
    calendar
      .given()
      .when(adding({ ...notice, ...change }))
      .thenRefused(code, facts as never);
  });

  it('that makes a weekday a working day which was none off', () => {
    calendar
      .given(known)
      .when(adding({ ...amendment, daysOff: [], workingDays: ['2027-01-06'] }))
      .thenRefused('notice-unsound');
    calendar
      .given(known)
      .when(adding({ ...amendment, daysOff: [], workingDays: ['2026-12-31'] }))
      .then({ type: 'HolidayNoticeAdded' });
  });

  it('whose day a notice published later has already replaced', () => {
    const late = { ...amendment, published: '2026-11-20', daysOff: ['2027-01-04'] };
    calendar
      .given(known, added(amendment, 'notice-2027-amendment'))
      .when(adding(late))
      .thenRefused('notice-overtaken', { days: ['2027-01-04'], notice: 'notice-2027-amendment' });
    calendar
      .given(known, added(amendment, 'notice-2027-amendment'))
      .when(adding({ ...late, daysOff: ['2027-01-05'] }))
      .then({ type: 'HolidayNoticeAdded', data: { id: 'notice-2027-amendment-2' } });
  });
});

describe("an office's own days", () => {
  const declaring = (...days: readonly [string, boolean][]) =>
    ({
      type: 'DeclareOfficeDays',
      data: { office: 'yunhai', days: days.map(([day, works]) => ({ day, works, reason: '局庆' })) },
    }) as const;

  it('are recorded when they are others than before, and only then', () => {
    calendar.given().when(declaring()).thenNothing();
    const { events } = calendar.given().when(declaring(['2026-12-18', false]));
    expect(events).toMatchObject([{ type: 'OfficeDaysDeclared', data: { declaredAt: NOW } }]);
    calendar
      .given(...events)
      .when(declaring(['2026-12-18', false]))
      .thenNothing();
    calendar
      .given(...events)
      .when(declaring())
      .then({ type: 'OfficeDaysDeclared', data: { days: [] } });
  });
});

describe('the calendar as it was stored', () => {
  it('still leads to the same book, and has a sample of every event', () => {
    expect(new Set(golden.map(({ type }) => type))).toEqual(new Set(Object.keys(HOLIDAY_EVENTS)));
    const { records } = fold(holidayDecider, golden as unknown as HolidayEvent[]);
    const known = new CalendarBook(records).calendarOf('2026-11-25', 'yunhai');
    expect(known.version).toBe('notice-2027@2');
    expect(known.standing('2026-12-18').officeReason).toBe('局庆');
    expect(known.standing('2026-12-31')).toMatchObject({ works: false, notice: 'notice-2027' });
  });
});

const day = fc
  .integer({ min: 0, max: 420 })
  .map((n) => new Date(Date.UTC(2026, 10, 20 + n)).toISOString().slice(0, 10));
const anyNotice: fc.Arbitrary<NoticeInput> = fc.record({
  year: fc.constantFrom(2026, 2027),
  number: fc.constant(null),
  dated: fc.constantFrom('2026-11-01', '2026-11-20'),
  published: fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-25', '2026-11-26'),
  amendsEarlier: fc.boolean(),
  daysOff: fc.array(day, { maxLength: 3 }),
  workingDays: fc.array(day, { maxLength: 2 }),
});

describe('properties', () => {
  it('whatever is entered in whatever order: asked twice nothing changes, and the book never contradicts itself', () => {
    fc.assert(
      fc.property(fc.array(anyNotice, { maxLength: 12 }), (notices) => {
        let history: readonly HolidayEvent[] = [];
        for (const one of notices) {
          const state = fold(holidayDecider, history);
          const answer = holidayDecider.decide(adding(one), state, { now: NOW, shipped: SHIPPED_NOTICES });
          if ('refused' in answer) continue;
          history = [...history, ...answer];
          const again = fold(holidayDecider, history);
          expect(holidayDecider.decide(adding(one), again, { now: NOW, shipped: SHIPPED_NOTICES })).toEqual(
            [],
          );
        }
        const book = new CalendarBook(fold(holidayDecider, history).records);
        expect(() => new CalendarBook([], book.notices)).not.toThrow();
        expect(new Set(book.notices.map(({ id }) => id)).size).toBe(book.notices.length);
      }),
      { numRuns: 150 },
    );
  });
});
