import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '#calendar';
import { SHIPPED } from '#rulebook';
import { checkedQuery, type ProblemError } from '#platform/http';
import { reckoningInWords } from '../reckoning-words.js';
import { calendarFile } from './ics.js';
import { DueDateQuery } from './query.js';
import { reckon, sourceOf, wasInForce } from './reckoning.js';

const calendar = chinaCalendar({ knownOn: '2026-04-03' });
const answer = (query: DueDateQuery) => {
  const reckoning = reckon(query, calendar, SHIPPED);
  const words = reckoningInWords(reckoning.explanation, sourceOf(reckoning));
  return { reckoning, words, file: calendarFile(reckoning, '2026-04-03T01:00:00.000Z') };
};
const dispose = (rulebook: string, start: string) =>
  answer({ start: `${start}T09:00:00+08:00`, rulebook, code: 'DL-DISPOSE' });

describe('the question', () => {
  const start = '2026-04-08T09:00:00+08:00';
  const own = { start, amount: 10, unit: 'WD' as const };
  const errorOf = (query: DueDateQuery) => {
    try {
      return answer(query).reckoning.explanation.dueAt;
    } catch (error) {
      return (error as ProblemError).occurrence.errors
        ?.map(({ pointer, code }) => `${pointer} ${code}`)
        .join();
    }
  };

  it('H08: half an hour is a term, told in minutes', () => {
    const { words, reckoning } = answer({ start, amount: 0.5, unit: 'H' });
    expect(reckoning.explanation.dueAt).toBe('2026-04-08T01:30:00.000Z');
    expect(words.zh[0]).toContain('30分钟');
    expect(checkedQuery(DueDateQuery, { start, amount: '0.5', unit: 'H' }).amount).toBe(0.5);
  });

  it.each<[string, Partial<DueDateQuery>, string]>([
    ['half a day', { amount: 0.5 }, '/amount not-a-term'],
    ['nothing', { amount: 0 }, '/amount not-a-term'],
    ['a part of a minute', { amount: 0.001, unit: 'H' }, '/amount not-a-term'],
    ['a pause beyond all calendars', { pause: ['2026-04-09/2101-01-01'] }, '/pause/0 not-reckoned'],
    ['a pause before all calendars', { pause: ['1999-12-31/2026-04-10'] }, '/pause/0 not-reckoned'],
    ['a start beyond all calendars', { start: '2101-01-01T00:00:00Z' }, '/start not-reckoned'],
  ])('%s is refused where it is at fault', (_what, change, error) => {
    expect(errorOf({ ...own, ...change })).toBe(error);
  });

  it('in another order of the pauses is the same, and the entry has the same id', () => {
    const pause = ['2026-04-13/2026-04-15', '2026-04-09/2026-04-10'];
    const [one, other] = [pause, pause.toReversed()].map(
      (some) => /UID:.+/.exec(answer({ ...own, pause: some }).file)?.[0],
    );
    expect(one).toBe(other);
    expect(one).not.toBe(/UID:.+/.exec(answer(own).file)?.[0]);
  });
});

describe('a rulebook that was not in force when the term starts', () => {
  it.each([
    ['RB-2026', '2025-05-06', '自2026-03-15起施行', 'in force from 2026-03-15)'],
    [
      'RB-2010',
      '2027-01-04',
      '自2010-07-01起至2026-03-14止施行',
      'in force from 2010-07-01 until 2026-03-14)',
    ],
    ['RB-1997', '2012-01-04', '至2010-06-30止施行', 'in force until 2010-06-30)'],
  ])('%s from %s is counted, and the answer says so', (rulebook, start, zh, en) => {
    const { reckoning, words, file } = dispose(rulebook, start);
    expect(wasInForce(reckoning)).toBe(false);
    expect(words.zh[2]).toContain(`${rulebook}不在施行期间（${zh}）`);
    expect(words.en[2]).toContain(`${rulebook} is not in force on the day of the start (${en}`);
    expect(file.replaceAll('\r\n ', '')).toContain('不在施行期间');
  });

  it.each([
    ['RB-2026', '2026-03-15'],
    ['RB-2010', '2026-03-14'],
    ['OV-SHANDONG', '2020-01-06'],
  ])('%s from %s is in force', (rulebook, start) => {
    const { reckoning, words } = dispose(rulebook, start);
    expect(wasInForce(reckoning)).toBe(true);
    expect([...words.zh, ...words.en].join()).not.toMatch(/施行期间|in force/);
  });

  it('a term of one’s own rests on no rulebook', () => {
    const own = { start: '2026-04-08T09:00:00+08:00', amount: 5, unit: 'WD' as const };
    expect(wasInForce(answer(own).reckoning)).toBeUndefined();
  });
});
