import { describe, expect, it } from '@jest/globals';
import { startOfDayInChina } from '#kernel';
import { CalendarBook, chinaCalendar, explain, explainInWords, type Period } from '#calendar';

const calendar = chinaCalendar({ knownOn: '2025-09-26' });
const words = (period: Period, language: 'zh' | 'en', names?: Record<string, string>) =>
  explainInWords(explain(calendar, period), language, names);

describe('an explanation in words', () => {
  const fiveDays: Period = {
    startAt: startOfDayInChina('2025-09-26'),
    term: { amount: 5, unit: 'WD', roll: false },
  };

  it('E1: names each counted day and folds days off in a row, in Chinese', () => {
    expect(words(fiveDays, 'zh')).toEqual([
      '期限：5个工作日。',
      '起算：2025-09-26（星期五），开始的当日不计入（民法典第二百零一条）。',
      '2025-09-27（星期六）：周末，不计入。',
      '2025-09-28（星期日）：第1日，调休上班（国办发明电〔2024〕12号）。',
      '2025-09-29（星期一）：第2日。',
      '2025-09-30（星期二）：第3日。',
      '2025-10-01（星期三）至2025-10-08（星期三）：放假调休（国办发明电〔2024〕12号），不计入。',
      '2025-10-09（星期四）：第4日。',
      '2025-10-10（星期五）：第5日。',
      '届满：2025-10-10（星期五）24:00（北京时间）。',
      '所依日历：notice-2025。',
    ]);
  });

  it('E1: the same in English', () => {
    const lines = words(fiveDays, 'en');
    expect(lines).toHaveLength(11);
    expect(lines[3]).toBe('Sun 2025-09-28: day 1, make-up working day (国办发明电〔2024〕12号).');
    expect(lines.at(-2)).toBe('Due Fri 2025-10-10 at 24:00 in China.');
  });

  it('tells a roll, a pause, an extension and that the date is provisional', () => {
    const period: Period = {
      startAt: startOfDayInChina('2025-09-01'),
      term: { amount: 90, unit: 'CD', roll: true },
      extension: 30,
      pauses: [{ from: '2025-09-10', until: '2025-09-13', reason: 'expert-appraisal' }],
    };
    expect(words(period, 'en', { 'expert-appraisal': 'expert appraisal' })).toEqual([
      'Term: 90 calendar days, extended by 30: 120 calendar days counted from the start.',
      'Starts Mon 2025-09-01; the day itself does not count (Civil Code art. 201).',
      'Paused (expert appraisal) from 2025-09-10, resumed on 2025-09-13.',
      'Tue 2025-09-02 to Tue 2025-09-09: days 1 to 8.',
      'Wed 2025-09-10 to Fri 2025-09-12: the clock is paused, not counted.',
      'Sat 2025-09-13 to Fri 2026-01-02: days 9 to 120.',
      'Due Fri 2026-01-02 at 24:00 in China.',
      'Calendar: notice-2025.',
      'Part of the period lies in a year whose holiday notice is not published: the date is provisional and may move.',
    ]);
  });

  it('tells days before the first notice that is known apart from those of a year to come', () => {
    const from = (day: string): Period => ({
      startAt: startOfDayInChina(day),
      term: { amount: 5, unit: 'WD', roll: false },
    });
    const past = words(from('2005-04-28'), 'zh').join();
    expect(past).toContain('2007年以前的日子，本系统没有当年的放假安排');
    expect(past).not.toContain('尚未公布');
    expect(words(from('2005-04-28'), 'en').at(-1)).toContain('no holiday notice of that time is known here');
    const coming = words(from('2026-04-28'), 'en').at(-1);
    expect(coming).toContain('not published');
    expect(words(from('2006-12-28'), 'en').filter((line) => line.startsWith('Part of'))).toHaveLength(1);
  });

  it('tells the roll from a rest day to the first working day', () => {
    const period: Period = {
      startAt: startOfDayInChina('2025-10-09'),
      term: { amount: 30, unit: 'CD', roll: true },
    };
    expect(words(period, 'zh')).toContain(
      '最后一日2025-11-08（星期六）为休息日，顺延至其后第一个工作日2025-11-10（星期一）（民法典第二百零三条）。',
    );
  });

  it("names an office's own day as such, with its reason", () => {
    const days = [{ day: '2025-09-29', works: false, reason: '单位搬迁' }];
    const recordedAt = startOfDayInChina('2025-09-20');
    const book = new CalendarBook([{ kind: 'office-days', office: 'yunhai', days, recordedAt }]);
    const lines = (language: 'zh' | 'en') =>
      explainInWords(explain(book.calendarOf('2025-09-26', 'yunhai'), fiveDays), language);
    expect(lines('zh')).toContain('2025-09-29（星期一）：本单位休息日（单位搬迁），不计入。');
    expect(lines('en')).toContain('Mon 2025-09-29: day off of this office (单位搬迁), not counted.');
    expect(lines('zh').at(-1)).toBe('所依日历：notice-2025@1。');
  });

  it('tells hours by the clock', () => {
    const hours = (amount: number): Period => ({
      startAt: '2025-09-26T02:05:00.000Z',
      term: { amount, unit: 'H', roll: false },
    });
    expect(words(hours(48), 'zh')).toEqual([
      '期限：48小时，自2025-09-26 10:05起按钟点连续计算（民法典第二百零一条）。',
      '届满：2025-09-28 10:05（北京时间）。',
    ]);
    expect(words(hours(0.5), 'en')[0]).toContain('30 minutes');
  });
});
