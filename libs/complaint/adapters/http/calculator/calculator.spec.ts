import { describe, expect, it } from '@jest/globals';
import { chinaCalendar } from '#calendar';
import { SHIPPED } from '#rulebook';
import { reckoningInWords } from '../reckoning-words.js';
import { calendarFile } from './ics.js';
import type { DueDateQuery } from './query.js';
import { reckon, sourceOf, wasInForce } from './reckoning.js';

const calendar = chinaCalendar({ knownOn: '2026-04-03' });
const answer = (query: DueDateQuery) => {
  const reckoning = reckon(query, calendar, SHIPPED);
  const words = reckoningInWords(reckoning.explanation, sourceOf(reckoning));
  return { reckoning, words, file: calendarFile(reckoning, '2026-04-03T01:00:00.000Z') };
};
const dispose = (rulebook: string, start: string) =>
  answer({ start: `${start}T09:00:00+08:00`, rulebook, code: 'DL-DISPOSE' });

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
