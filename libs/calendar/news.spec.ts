import { describe, expect, it } from '@jest/globals';
import { CalendarBook, chinaCalendar, firstChange, newsBetween } from '#calendar';

const on = (knownOn: string) => chinaCalendar({ knownOn });

describe('what one calendar knows that another did not', () => {
  it('names the notices that bear on the days, by their number', () => {
    const news = newsBetween(on('2020-01-26'), on('2020-01-27'), '2020-01-20', '2020-02-06');
    expect(news).toEqual({ notices: ['国办发明电〔2020〕1号'], officeDays: false });
    expect(newsBetween(on('2019-11-20'), on('2019-11-21'), '2019-06-01', '2019-07-01').notices).toEqual([]);
  });

  it('names the notice of a year that the days lie in, though none of them is named by it', () => {
    const news = newsBetween(on('2025-11-03'), on('2025-11-04'), '2025-12-20', '2026-01-20');
    expect(news.notices).toEqual(['notice-2026']);
  });

  it('tells own days apart from notices', () => {
    const record = {
      kind: 'office-days',
      office: 'yunhai',
      days: [{ day: '2026-03-03', works: false, reason: '局庆' }],
      recordedAt: '2026-02-01T00:00:00.000Z',
    } as const;
    const [before, after] = [new CalendarBook(), new CalendarBook([record])].map((book) =>
      book.calendarOf('2026-02-02', 'yunhai'),
    );
    expect(newsBetween(before!, after!, '2026-03-01', '2026-03-05')).toEqual({
      notices: [],
      officeDays: true,
    });
    expect(newsBetween(before!, after!, '2026-03-04', '2026-03-05').officeDays).toBe(false);
  });

  it('finds the first day that is another, or no longer provisional', () => {
    expect(firstChange(on('2020-01-26'), on('2020-01-27'))).toBe('2020-01-31');
    expect(firstChange(on('2018-12-05'), on('2018-12-06'))).toBe('2018-12-29');
    expect(firstChange(on('2025-11-03'), on('2025-11-04'))).toBe('2026-01-01');
    expect(firstChange(on('2025-11-04'), on('2025-11-05'))).toBeUndefined();
  });
});
