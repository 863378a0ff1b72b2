import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED } from '#rulebook';
import { RulebooksUnusable, sentenceOf, type RulebookFault } from './faults.js';
import { shelfWithFiles, shelfWithFolder } from './files.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tousu-rulebooks-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A local rule of two terms, one line for each field, as somebody would write it. */
const OWN = JSON.stringify({ ...SHIPPED.byId('OV-SHANDONG'), id: 'OV-HERE' }, null, 2);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function faultsOf(...texts: readonly string[]): readonly RulebookFault[] {
  const files = texts.map((text, index) => file(`${String(index)}.json`, text));
  try {
    shelfWithFiles(files);
  } catch (error) {
    if (error instanceof RulebooksUnusable) return error.faults;
    throw error;
  }
  return [];
}

/** Line, from 1, on which this stands for the first time. */
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('the rulebooks of an installation', () => {
  it('are those of the product when no folder is named', () => {
    expect(shelfWithFolder(undefined)).toBe(SHIPPED);
    expect(shelfWithFolder('')).toBe(SHIPPED);
  });

  it('are those of the product and every .json file of the folder', () => {
    file('here.json', OWN);
    file('read-me.txt', 'not a rulebook');
    const shelf = shelfWithFolder(folder);
    expect(shelf.byId('OV-HERE').terms).toHaveLength(2);
    expect(shelf.all).toHaveLength(SHIPPED.all.length + 1);
  });

  it('may begin with a byte order mark, as some editors write one', () => {
    expect(faultsOf(`\uFEFF${OWN}`)).toEqual([]);
  });

  it('a folder or a file that cannot be read is named', () => {
    const missing = join(folder, 'missing');
    expect(() => shelfWithFolder(missing)).toThrow(`the folder of rulebooks ${missing} cannot be read`);
    expect(() => shelfWithFiles([missing])).toThrow(missing);
  });
});

describe('a rulebook is refused with the line it stands on', () => {
  const changed = (from: string, to: string): [string, number] => {
    expect(OWN).toContain(from);
    return [OWN.replace(from, to), lineOf(OWN, from)];
  };

  it.each([
    ['an unknown code', '"code": "DL-DISPOSE"', '"code": "DL-NAP"', '/terms/1/code', 'unknown-value'],
    ['an impossible term', '"amount": 45', '"amount": 0', '/terms/1/amount', 'not-positive'],
    ['a term in words', '"amount": 45', '"amount": "45"', '/terms/1/amount', 'not-a-number'],
    [
      'a stop that can never occur',
      '"case-disposed"',
      '"document-served:D06"',
      '/terms/1/stop/0',
      'stop-cannot-follow-start',
    ],
    [
      'a deadline that waits for an urge nobody need give',
      '"stop": [\n        "acceptance-decided:accept",\n        "acceptance-decided:refer-down",\n        "document-served:D06",\n        "document-sent:D08"\n      ]',
      '"stop": ["urge-answered"]',
      '/terms/0/stop/0',
      'stop-needs-occasion',
    ],
    [
      'a deadline whose running out would do nothing',
      '"onMiss": "statutory-breach"',
      '"onMiss": "deem-served"',
      '/terms/0/onMiss',
      'miss-without-effect',
    ],
    ['a field that nobody knows', '"roll": false', '"rol": false', '/terms/0/rol', 'unknown-field'],
  ])('%s', (_fault, from, to, pointer, code) => {
    const [text, line] = changed(from, to);
    expect(faultsOf(text)).toContainEqual(expect.objectContaining({ line, pointer, code }));
  });

  it('something missing: the line of what it is missing in', () => {
    const [text] = changed('      "unit": "WD",\n', '');
    const fault = faultsOf(text).find(({ code }) => code === 'missing');
    expect(fault).toMatchObject({ pointer: '/terms/0/unit', line: lineOf(text, '"code": "DL-ACCEPT"') - 1 });
  });

  it('a name that stands twice, of which the second would silently win', () => {
    const [text, line] = changed('"amount": 45,', '"amount": 60,\n      "amount": 45,');
    expect(faultsOf(text)).toEqual([
      expect.objectContaining({ line: line + 1, pointer: '/terms/1/amount', code: 'name-twice' }),
    ]);
  });

  it.each([
    ['{"id": 1,}', 1, 10],
    ['{\n  "id": 1\n  "version": 1\n}', 3, 3],
    ['', 1, 1],
  ])('text that is no JSON: %j', (text, line, column) => {
    expect(faultsOf(text)).toEqual([
      expect.objectContaining({ line, column, pointer: '', code: 'not-json' }),
    ]);
  });

  it('one that does not go with the others', () => {
    const of = (change: object) => JSON.stringify({ ...SHIPPED.byId('RB-2026'), ...change }, null, 2);
    const line = (text: string, name: string) => ({ line: lineOf(text, `"${name}"`) });
    const same = of({});
    expect(faultsOf(same)).toMatchObject([{ code: 'version-not-later', ...line(same, 'version') }]);
    const local = of({ kind: 'internal', version: 2 });
    expect(faultsOf(local)).toMatchObject([{ code: 'kind-changed', ...line(local, 'kind') }]);
    const rival = of({ id: 'RB-RIVAL', validFrom: '2031-01-01' });
    expect(faultsOf(rival)).toMatchObject([
      { code: 'two-laws-at-once', found: 'RB-2026', ...line(rival, 'validFrom') },
    ]);
    expect(faultsOf(OWN, OWN)).toMatchObject([{ code: 'rulebook-twice', file: join(folder, '1.json') }]);
  });

  it('a law that ends when the next begins comes with it', () => {
    const of = (change: object) => JSON.stringify({ ...SHIPPED.byId('RB-2026'), ...change });
    const files = [
      file('next.json', of({ id: 'RB-NEXT', validFrom: '2031-01-01' })),
      file('rb-2026.json', of({ version: 2, validTo: '2030-12-31' })),
    ];
    expect(shelfWithFiles(files).statutoryFor('2031-01-01').id).toBe('RB-NEXT');
  });

  it('every fault of every file at once', () => {
    expect(faultsOf('{', changed('"WD"', '"weeks"')[0], 'no').map(({ code }) => code)).toEqual([
      'not-json',
      'unknown-value',
      'not-json',
    ]);
  });
});

describe('a fault in words', () => {
  it('names file, line, place, what was found and what may stand there, in Chinese and English', () => {
    const fault: RulebookFault = {
      file: 'rulebooks/here.json',
      line: 12,
      column: 7,
      pointer: '/terms/0/unit',
      code: 'unknown-value',
      found: 'weeks',
      allowed: ['WD', 'CD', 'H'],
    };
    expect(sentenceOf(fault)).toEqual({
      zh: 'rulebooks/here.json:12:7 /terms/0/unit “weeks”：没有这个取值（可用：WD, CD, H）。',
      en: 'rulebooks/here.json:12:7 /terms/0/unit "weeks": this value is not known (known: WD, CD, H).',
    });
    const { message } = new RulebooksUnusable([fault]);
    expect(message.split('\n')).toEqual([
      '规则集有误，未启动。The rulebooks have faults; nothing was started.',
      sentenceOf(fault).zh,
      sentenceOf(fault).en,
    ]);
  });
});
