import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { World } from './support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-04-03T09:00:00+08:00' });
}, 120_000);
afterAll(() => world?.stop());

type Query = Record<string, string | readonly string[]>;
const START = '2026-04-08T09:00:00+08:00';
const DISPOSE = { start: START, rulebook: 'RB-2026', code: 'DL-DISPOSE' };

const ask = (query: Query, path = '/v1/due-date') =>
  request(world.base)
    .get(path)
    .query(new URLSearchParams(pairs(query)).toString());

function pairs(query: Query): [string, string][] {
  return Object.entries(query).flatMap(([key, value]) =>
    [value].flat().map((one): [string, string] => [key, String(one)]),
  );
}

describe('the calculator takes what happens to a term (deadlines.md 4)', () => {
  it('E4, G55: a pause for appraisal moves the date by the days paused, and is told in both languages', async () => {
    const { body } = await ask({ ...DISPOSE, pause: '2026-04-20/2026-04-30/expert-appraisal' }).expect(200);
    const plain = (await ask(DISPOSE)).body;
    expect([plain.dueOn, plain.verification]).toEqual([
      '2026-06-08',
      expect.not.stringMatching('unverified'),
    ]);
    // That appraisal stops the term was read second-hand: the answer that rests on it says so.
    expect([body.dueOn, body.verification]).toEqual(['2026-06-17', 'unverified']);
    expect(body.words.zh[0]).toMatch(/^依据：RB-2026，.+（未经核实，仅见于转引，使用前请核对正式文本）。$/);
    expect(body.words.en.slice(0, 2)).toEqual([
      expect.stringMatching(/^Rule: RB-2026, .+\(NOT VERIFIED: .+\)\.$/),
      'Started by: the complaint was accepted.',
    ]);
    expect(plain.words.zh[0]).not.toContain('未经核实');
    expect(body.words.zh).toContain('中止（鉴定、检测）：自2026-04-20起，至2026-04-30恢复。');
    expect(body.words.en).toContain('Paused (expert appraisal) from 2026-04-20, resumed on 2026-04-30.');
  });

  it('several pauses, overlapping ones as one, in whatever order', async () => {
    const pauses = ['2026-04-20/2026-04-30/expert-appraisal', '2026-04-25/2026-05-06/expert-appraisal'];
    const [one, other] = await Promise.all([
      ask({ ...DISPOSE, pause: pauses }).expect(200),
      ask({ ...DISPOSE, pause: pauses.toReversed() }).expect(200),
    ]);
    expect(one.body.dueOn).toBe('2026-06-23');
    expect(other.body.dueOn).toBe(one.body.dueOn);
  });

  it('A11: an extension lengthens the term from its start, then one roll', async () => {
    const deposit = { start: START, rulebook: 'RB-MANUAL', code: 'DL-DISPOSE', caseClass: 'deposit' };
    const { body } = await ask({ ...deposit, extension: '30' }).expect(200);
    const counted = body.days.filter((day: { counted: boolean }) => day.counted);
    expect([counted.length, body.dueOn]).toEqual([120, '2026-08-06']);
    await refused({ ...deposit, extension: '31' }, 'extension-not-allowed', { extension: 31, most: 30 });
  });

  it('a term of one’s own takes any pause and any extension', async () => {
    const own = { start: START, amount: '10', unit: 'WD' };
    const { body } = await ask({ ...own, extension: '2', pause: '2026-04-09/2026-04-11' }).expect(200);
    expect(body.days.filter((day: { counted: boolean }) => day.counted)).toHaveLength(12);
    expect(body.words.en).toContain('Paused from 2026-04-09, resumed on 2026-04-11.');
  });

  it('H08: half an hour', async () => {
    const { body } = await ask({ start: START, amount: '0.5', unit: 'H' }).expect(200);
    expect([body.dueAt, body.words.zh[0]]).toEqual([
      '2026-04-08T01:30:00.000Z',
      expect.stringContaining('30分钟'),
    ]);
  });

  it('says where a rulebook was not in force on the day of the start, and counts all the same', async () => {
    const { body } = await ask({ ...DISPOSE, start: '2025-05-06T09:00:00+08:00' }).expect(200);
    expect([body.inForce, body.dueOn]).toEqual([false, '2025-07-07']);
    expect((await ask(DISPOSE)).body.inForce).toBe(true);
  });

  it('as known on a day: the same term, counted by what could be known', async () => {
    const golden = { start: '2026-09-28T09:00:00+08:00', amount: '5', unit: 'WD' };
    const early = (await ask({ ...golden, knownOn: '2025-06-01' }).expect(200)).body;
    const late = (await ask({ ...golden, knownOn: '2026-01-01' }).expect(200)).body;
    expect([early.provisional, early.calendar]).toEqual([true, 'notice-2025']);
    expect([late.provisional, late.calendar]).toEqual([false, 'notice-2026']);
    expect(early.dueOn).not.toBe(late.dueOn);
  });
});

async function refused(query: Query, code: string, facts: object = {}): Promise<void> {
  const { status, body } = await ask(query);
  expect([status, body.code]).toEqual([422, code]);
  expect(body.facts).toMatchObject(facts);
  expect(body.title.length).toBeGreaterThan(0);
}

describe('a question that has no answer is told why', () => {
  const own = { start: START, amount: '10', unit: 'WD' };

  it('two terms at once', () =>
    refused({ ...DISPOSE, amount: '5' }, 'term-named-twice', { fields: ['rulebook', 'code', 'amount'] }));
  it('a pause that the term does not know', () =>
    refused({ ...DISPOSE, pause: '2026-04-20/2026-04-30/awaiting-supplement' }, 'pause-not-for-this-term'));
  it('a pause of a term that is never paused, or without its reason', async () => {
    await refused(
      { ...DISPOSE, code: 'DL-REPLY', pause: '2026-04-20/2026-04-30/expert-appraisal' },
      'pause-not-for-this-term',
      { allowed: [] },
    );
    await refused({ ...DISPOSE, pause: '2026-04-20/2026-04-30' }, 'pause-not-for-this-term');
  });
  it('a pause that ends before it begins', () =>
    refused({ ...own, pause: '2026-04-20/2026-04-10' }, 'pause-impossible', { from: '2026-04-20' }));
  it('a pause that has not ended', () =>
    refused({ ...own, pause: '2026-04-10/..' }, 'clock-stands-still', { since: '2026-04-10' }));
  it('a pause of hours', () =>
    refused({ start: START, amount: '48', unit: 'H', pause: '2026-04-09/2026-04-10' }, 'pause-impossible'));
  it('an extension of a term that knows none', () =>
    refused({ ...DISPOSE, extension: '1' }, 'extension-not-allowed', { most: 0 }));

  it.each<[string, Query, string, string]>([
    ['a pause that is no interval', { ...own, pause: '2026-04-10' }, '/pause/0', 'not-an-interval'],
    [
      'a second pause on a day that does not exist',
      { ...own, pause: ['2026-04-10/2026-04-12', '2026-02-30/2026-03-01'] },
      '/pause/1',
      'not-an-interval',
    ],
    ['a rulebook without a code', { start: START, rulebook: 'RB-2026' }, '/code', 'missing'],
    ['a code without a rulebook', { start: START, code: 'DL-ACCEPT' }, '/rulebook', 'missing'],
    ['a rulebook that is none', { ...DISPOSE, rulebook: 'RB-1066' }, '/rulebook', 'not-allowed-value'],
    [
      'a code that the rulebook does not have',
      { ...DISPOSE, code: 'DL-REFER-RESULT' },
      '/code',
      'not-allowed-value',
    ],
    ['a unit without an amount', { start: START, unit: 'WD' }, '/amount', 'missing'],
    ['half a day', { ...own, amount: '0.5' }, '/amount', 'not-a-term'],
    ['what is not known yet', { ...own, knownOn: '2026-04-04' }, '/knownOn', 'in-the-future'],
    ['a pause beyond all calendars', { ...own, pause: '2026-04-09/2101-01-01' }, '/pause/0', 'not-reckoned'],
    ['no extension at all', { ...own, extension: '0' }, '/extension', 'too-small'],
  ])('%s', async (_what, query, pointer, code) => {
    const { status, body } = await ask(query);
    expect([
      status,
      body.errors.map((one: { pointer: string; code: string }) => [one.pointer, one.code]),
    ]).toEqual([400, [[pointer, code]]]);
  });
});

describe('an entry for one’s own calendar (RFC 5545)', () => {
  const file = async (query: Query) => {
    const answer = await ask(query, '/v1/due-date.ics').expect(200);
    return { answer, lines: unfolded(answer.text) };
  };

  it('is a whole day with the reckoning in it, and the same question has the same id', async () => {
    const { answer, lines } = await file(DISPOSE);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="due-2026-06-08.ics"');
    expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
    for (const line of [
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20260608',
      'DTEND;VALUE=DATE:20260609',
      'DTSTAMP:20260403',
      'SUMMARY:届满 Due: DL-DISPOSE (RB-2026)',
      'STATUS:CONFIRMED',
      'TRIGGER:-P1D',
    ]) {
      expect([line, lines.some((one) => one.startsWith(line))]).toEqual([line, true]);
    }
    const description = lines.find((one) => one.startsWith('DESCRIPTION:')) ?? '';
    expect(description).toContain('届满：2026-06-08（星期一）24:00（北京时间）。');
    expect(description).toContain('Due Mon 2026-06-08 at 24:00 in China.');
    const uid = (all: readonly string[]) => all.find((one) => one.startsWith('UID:'));
    expect(uid((await file(DISPOSE)).lines)).toBe(uid(lines));
    expect(uid((await file({ ...DISPOSE, start: '2026-04-09T09:00:00+08:00' })).lines)).not.toBe(uid(lines));
    // An office with days of its own has another date: its entry stands beside the other.
    expect(uid((await file({ ...DISPOSE, office: 'yunhai' })).lines)).not.toBe(uid(lines));
  });

  it('keeps to the form: every line ends with CRLF, the last one too, and is no longer than 75 octets', async () => {
    const { answer } = await file(DISPOSE);
    expect(answer.text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = answer.text.split('\r\n');
    expect(lines.join('')).not.toContain('\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it('is a moment for hours, and tentative beyond the published horizon', async () => {
    const hours = await file({ start: START, amount: '48', unit: 'H' });
    expect(hours.lines).toContain('DTSTART:20260410T010000Z');
    // An end has to be later than its start; a moment has none (RFC 5545, 3.6.1 and 3.8.2.2).
    expect(hours.lines.filter((line) => line.startsWith('DTEND'))).toEqual([]);
    const far = await file({ start: '2026-12-30T09:00:00+08:00', amount: '5', unit: 'WD' });
    expect(far.lines).toContain('STATUS:TENTATIVE');
    expect(far.lines.find((line) => line.startsWith('SUMMARY:'))).toContain('暂定');
  });

  it('is refused as the answer itself is', async () => {
    const { status, body } = await ask({ ...DISPOSE, extension: '1' }, '/v1/due-date.ics');
    expect([status, body.code]).toEqual([422, 'extension-not-allowed']);
  });
});

/** The content lines of a calendar file, folded ones joined. */
function unfolded(text: string): string[] {
  return text.replaceAll('\r\n ', '').split('\r\n').filter(Boolean);
}
