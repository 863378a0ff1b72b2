import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operatorsFromFile, OperatorsList } from './operators-file.js';

const QINGSHAN = {
  id: 'qingshan',
  name: { zh: '云海青山国际旅行社有限公司', en: 'Qingshan' },
  licence: 'L-YN-00123',
  word: '青山',
};
const folder = mkdtempSync(join(tmpdir(), 'operators-'));

function fileWith(text: string): string {
  const path = join(folder, 'operators.json');
  writeFileSync(path, text);
  return path;
}

describe('the operators of an installation', () => {
  it('are known by id and by licence, however the licence is written', () => {
    const operators = operatorsFromFile(fileWith(JSON.stringify([QINGSHAN])));
    expect(operators.operator('qingshan')).toEqual(QINGSHAN);
    for (const licence of ['L-YN-00123', 'l-yn-00123', 'Ｌ－ＹＮ－００１２３', ' L YN 00123 ', 'L—YN–00123'])
      expect([licence, operators.withLicence(licence)]).toEqual([licence, 'qingshan']);
    expect(operators.withLicence('L-YN-00124')).toBeUndefined();
    expect([operators.knows('qingshan'), operators.knows('tianji'), operators.knows('')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('may be none', () => {
    expect(new OperatorsList([]).knows('qingshan')).toBe(false);
  });

  it.each<[string, unknown, string]>([
    ['a field is missing', [{ ...QINGSHAN, licence: '' }], 'operator 1 .qingshan. in .* lacks licence'],
    ['a name is missing', [{ ...QINGSHAN, name: { zh: '青山' } }], 'lacks name.en'],
    ['an entry is no operator', [7], 'operator 1 in .* lacks id, licence, word, name.zh, name.en'],
    ['a field is misspelt', [{ ...QINGSHAN, license: 'x' }], 'has fields that there are not: license'],
    ['an id is no part of a name', [{ ...QINGSHAN, id: '青山' }], 'an id has letters, digits, _ and -'],
    ['two have one id', [QINGSHAN, { ...QINGSHAN, licence: 'other' }], 'two operators have the same id'],
    ['two have one licence', [QINGSHAN, { ...QINGSHAN, id: 'b' }], 'two operators have the same licence'],
    ['it is no list', QINGSHAN, 'does not hold a list'],
  ])('%s: said in plain words', (_what, content, words) => {
    const path = fileWith(JSON.stringify(content));
    expect(() => operatorsFromFile(path)).toThrow(new RegExp(words));
  });

  it('no file, or no JSON: said in plain words', () => {
    expect(() => operatorsFromFile(join(folder, 'none.json'))).toThrow(/cannot be read: ENOENT/);
    expect(() => operatorsFromFile(fileWith('['))).toThrow(/the operators file .* cannot be read/);
  });
});
