import { describe, expect, it } from '@jest/globals';
import {
  CalendarBook,
  NoticesInvalid,
  SHIPPED_NOTICES,
  problemsOfNotices,
  type HolidayNotice,
} from '#calendar';

const sound: HolidayNotice = {
  id: 'n',
  year: 2030,
  number: null,
  dated: '2029-11-01',
  published: '2029-11-02',
  amendsEarlier: false,
  daysOff: ['2030-01-01'],
  workingDays: ['2029-12-29'],
};
const amendment: HolidayNotice = { ...sound, id: 'a', published: '2030-01-05', amendsEarlier: true };

describe('holiday notices', () => {
  it('as shipped are sound: 2007–2026 and the amendments of 2015, 2019, 2020', () => {
    expect(problemsOfNotices(SHIPPED_NOTICES)).toEqual([]);
    const years = SHIPPED_NOTICES.filter((n) => !n.amendsEarlier).map((n) => n.year);
    expect(years.toSorted()).toEqual(Array.from({ length: 20 }, (_, i) => 2007 + i));
    expect(SHIPPED_NOTICES.filter((n) => n.amendsEarlier).map((n) => n.year)).toEqual([2015, 2019, 2020]);
  });

  it.each<[string, readonly HolidayNotice[], object]>([
    [
      'a day that does not exist',
      [{ ...sound, daysOff: ['2030-02-30'] }],
      { code: 'not-a-day', day: '2030-02-30' },
    ],
    [
      'a date of publication that does not exist',
      [{ ...sound, published: '2029-13-01' }],
      { code: 'not-a-day' },
    ],
    ['a day both off and worked', [{ ...sound, daysOff: ['2029-12-29'] }], { code: 'off-and-working' }],
    ['a day named twice', [{ ...sound, daysOff: ['2030-01-01', '2030-01-01'] }], { code: 'day-twice' }],
    [
      'a make-up day on a weekday',
      [{ ...sound, workingDays: ['2030-01-02'] }],
      { code: 'make-up-day-on-a-weekday' },
    ],
    ['a day of another year', [{ ...sound, daysOff: ['2031-01-01'] }], { code: 'day-of-another-year' }],
    ['a November before its year', [{ ...sound, daysOff: ['2029-11-30'] }], { code: 'day-of-another-year' }],
    [
      'publication before its date',
      [{ ...sound, published: '2029-10-31' }],
      { code: 'published-before-dated' },
    ],
    ['no day at all', [{ ...sound, daysOff: [], workingDays: [] }], { code: 'names-no-day' }],
    ['no id', [{ ...sound, id: ' ' }], { code: 'id-missing' }],
    [
      'a year out of reach',
      [{ ...sound, year: 2101, daysOff: ['2101-01-01'], workingDays: [] }],
      { code: 'year-out-of-range' },
    ],
    ['one id twice', [sound, { ...amendment, id: 'n' }], { code: 'id-twice' }],
    ['two notices for one year', [sound, { ...sound, id: 'm' }], { code: 'second-notice-for-year' }],
    ['an amendment of nothing', [amendment], { code: 'amendment-without-notice', notice: 'a' }],
  ])('are refused for %s', (_fault, notices, problem) => {
    expect(problemsOfNotices(notices)).toEqual(expect.arrayContaining([expect.objectContaining(problem)]));
    expect(() => new CalendarBook([], notices)).toThrow(NoticesInvalid);
  });

  it('may make a weekday a working day again by an amendment', () => {
    const back = { ...amendment, daysOff: [], workingDays: ['2030-01-01'] };
    expect(problemsOfNotices([sound, back])).toEqual([]);
    const book = new CalendarBook([], [sound, back]);
    expect(book.calendarOf('2030-01-04').isWorkingDay('2030-01-01')).toBe(false);
    expect(book.calendarOf('2030-01-05').isWorkingDay('2030-01-01')).toBe(true);
  });
});
