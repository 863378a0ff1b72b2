import { describe, expect, it } from '@jest/globals';
import { addDays, type Day } from '#kernel';
import chineseDays from 'chinese-days';
import { chinaCalendar, publicationHorizon } from '#calendar';

const LATEST = '2026-01-01';
const calendar = chinaCalendar({ knownOn: LATEST });

function daysFrom(first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const differences = (knownOn: Day, first: Day, last: Day) => {
  const known = chinaCalendar({ knownOn });
  return daysFrom(first, last).filter((day) => known.isWorkingDay(day) !== chineseDays.isWorkday(day));
};

describe('the calendar beside the independent package chinese-days', () => {
  it.each(Array.from({ length: 20 }, (_, i) => 2007 + i))('agrees on every day of %i', (year) => {
    const days = daysFrom(`${String(year)}-01-01`, `${String(year)}-12-31`);
    expect(days.length).toBeGreaterThanOrEqual(365);
    expect(differences(LATEST, `${String(year)}-01-01`, `${String(year)}-12-31`)).toEqual([]);
  });

  it('differs where one of the two does not know a notice, so the comparison can fail', () => {
    expect(differences('2020-01-26', '2020-01-01', '2020-12-31')).toEqual(['2020-01-31', '2020-02-01']);
    expect(differences('2025-11-03', '2026-01-01', '2026-01-31')).toEqual(['2026-01-02', '2026-01-04']);
  });
});

describe('what was known on a day', () => {
  const works = (knownOn: Day, days: readonly Day[]) => {
    const known = chinaCalendar({ knownOn });
    return days.map((day) => known.isWorkingDay(day));
  };

  it('2015 amendment (3–5 September off, 6 September worked) holds from its publication on 05-13', () => {
    const days = ['2015-09-03', '2015-09-04', '2015-09-05', '2015-09-06'];
    expect(works('2015-05-12', days)).toEqual([true, true, false, false]);
    expect(works('2015-05-13', days)).toEqual([false, false, false, true]);
  });

  it('2019 amendment (1–4 May off, 28 April and 5 May worked) holds from its publication on 03-22', () => {
    const days = ['2019-04-28', '2019-05-01', '2019-05-02', '2019-05-03', '2019-05-05'];
    expect(works('2019-03-21', days)).toEqual([false, false, true, true, false]);
    expect(works('2019-03-22', days)).toEqual([true, false, false, false, true]);
  });

  it('2020 amendment, dated 01-26, is known from its publication on 01-27', () => {
    const days = ['2020-01-30', '2020-01-31', '2020-02-01', '2020-02-02', '2020-02-03'];
    expect(works('2020-01-26', days)).toEqual([false, true, true, false, true]);
    expect(works('2020-01-27', days)).toEqual([false, false, false, false, true]);
  });

  it('an amendment replaces the days it names and nothing else', () => {
    const known = chinaCalendar({ knownOn: '2020-01-27' });
    expect(known.standing('2020-01-24').notice).toBe('notice-2020');
    expect(known.standing('2020-01-31').notice).toBe('notice-2020-amendment');
    expect(known.version).toBe('notice-2020-amendment');
  });

  it('a notice may change the December before it', () => {
    const before = chinaCalendar({ knownOn: '2018-12-05' }).standing('2018-12-31');
    const after = chinaCalendar({ knownOn: '2018-12-06' }).standing('2018-12-31');
    expect(before).toMatchObject({ works: true, reason: 'weekday', provisional: false });
    expect(after).toMatchObject({ works: false, reason: 'holiday-by-notice', notice: 'notice-2019' });
  });

  it('names every reason, with the notice behind it', () => {
    expect(calendar.standing('2025-09-27')).toMatchObject({ works: false, reason: 'weekend' });
    expect(calendar.standing('2025-09-28')).toEqual({
      day: '2025-09-28',
      works: true,
      reason: 'make-up-by-notice',
      notice: 'notice-2025',
      number: '国办发明电〔2024〕12号',
      provisional: false,
    });
    expect(calendar.standing('2025-10-06').reason).toBe('holiday-by-notice');
    expect(calendar.standing('2025-10-09')).toMatchObject({ works: true, reason: 'weekday' });
  });
});

describe('a year without a published notice', () => {
  it('has weekends and the holidays with a fixed date, and says that it is provisional', () => {
    const off = daysFrom('2027-01-01', '2027-12-31')
      .map((day) => calendar.standing(day))
      .filter((standing) => standing.reason === 'fixed-public-holiday');
    expect(off.map((standing) => standing.day)).toEqual([
      '2027-01-01',
      '2027-05-01',
      '2027-05-02',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]);
    expect(off.every((standing) => standing.provisional && !standing.works)).toBe(true);
    expect(calendar.standing('2027-10-04')).toMatchObject({ works: true, provisional: true });
  });

  it('knows 2 May as a holiday only since 2025', () => {
    const early = chinaCalendar({ knownOn: '2006-01-01' });
    expect(early.standing('2024-05-02')).toMatchObject({ works: true, reason: 'weekday', provisional: true });
    expect(early.standing('2025-05-02')).toMatchObject({ works: false, reason: 'fixed-public-holiday' });
    expect(early.version).toBe('no-notice');
    expect(publicationHorizon(early)).toBeUndefined();
  });

  it('is certain on the days that the notice of the next year names', () => {
    expect(calendar.standing('2006-12-30')).toMatchObject({ works: true, provisional: false });
    expect(calendar.standing('2006-12-29')).toMatchObject({ works: true, provisional: true });
  });

  it('begins after the horizon of publication', () => {
    expect(publicationHorizon(calendar)).toBe('2026-12-31');
    expect(publicationHorizon(chinaCalendar({ knownOn: '2025-11-03' }))).toBe('2025-12-31');
    expect(publicationHorizon(chinaCalendar({ knownOn: '2025-11-04' }))).toBe('2026-12-31');
  });
});
