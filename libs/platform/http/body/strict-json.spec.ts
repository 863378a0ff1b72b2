import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ProblemError } from '../problems/errors.js';
import { parseStrictJson } from './strict-json.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);

function complaint(body: string | Uint8Array): string {
  try {
    parseStrictJson(typeof body === 'string' ? bytes(body) : body);
  } catch (error) {
    const problem = error as ProblemError;
    const [first] = problem.occurrence.errors ?? [];
    return `${problem.code} ${first?.code} ${first?.pointer}`;
  }
  return 'accepted';
}

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('strict JSON', () => {
  it.each([
    ['', 'body-missing '],
    ['[]', 'not-an-object '],
    ['null', 'not-an-object '],
    ['"text"', 'not-an-object '],
    ['1', 'not-an-object '],
    ['{', 'invalid-syntax '],
    ['{"a":1,}', 'invalid-syntax '],
    ["{'a':1}", 'invalid-syntax '],
    ['{"a":NaN}', 'invalid-syntax '],
    ['\ufeff{"a":1}', 'invalid-syntax '],
    ['{"a":1}garbage', 'invalid-syntax '],
    ['{"a":"unfinished', 'invalid-syntax '],
    ['{"a":1e400}', 'number-out-of-range /a'],
    ['{"a":[12345678901234567890]}', 'number-out-of-range /a/0'],
    ['{"a":{"b/c":"x\\u0000"}}', 'nul-character /a/b~1c'],
    ['{"x\\u0000":1}', 'nul-character /x\0'],
    ['{"a":["\\ud800"]}', 'lone-surrogate /a/0'],
    ['{"a":"\\udc00\\ud800"}', 'lone-surrogate /a'],
    ['{"__proto__":{"admin":true}}', 'forbidden-key /__proto__'],
    ['{"a":[{"constructor":1}]}', 'forbidden-key /a/0/constructor'],
    ['{"\\u0070rototype":1}', 'forbidden-key /prototype'],
    ['{"a":1,"a":2}', 'duplicate-key /a'],
    ['{"a":"\\\\","a":1}', 'duplicate-key /a'],
    ['{"z":[0,{"b":"}{","c":1,"\\u0062":2}]}', 'duplicate-key /z/1/b'],
    [nested(33), 'too-deep '],
    [nested(10_000), 'too-deep '],
    ['['.repeat(200_000), 'too-deep '],
  ])('refuses %#', (body, expected) => {
    expect(complaint(body)).toBe(`malformed-json ${expected}`);
  });

  it('refuses bytes that are not UTF-8: GBK, overlong, cut short, surrogates', () => {
    for (const tail of [
      [0xd6, 0xd0],
      [0xc0, 0xaf],
      [0xe4, 0xb8],
      [0xed, 0xa0, 0x80],
    ]) {
      const body = Buffer.concat([bytes('{"a":"'), Buffer.from(tail), bytes('"}')]);
      expect(complaint(body)).toBe('malformed-json invalid-utf8 ');
    }
  });

  it('counts keys and values over the whole body', () => {
    const keys = (count: number) => `{${Array.from({ length: count }, (_, at) => `"k${at}":0`).join(',')}}`;
    expect(complaint(keys(1_000))).toBe('accepted');
    expect(complaint(keys(1_001))).toBe('malformed-json too-many-keys ');
    expect(complaint(`{"a":[${'0,'.repeat(10_001)}0]}`)).toBe('malformed-json too-many-values ');
    expect(complaint(nested(32))).toBe('accepted');
  });

  it('is not misled by brackets, colons and quotes inside texts', () => {
    const value = { text: '{[:,"\\'.repeat(2_000), '"key\\': ':' };
    expect(parseStrictJson(bytes(JSON.stringify(value)))).toEqual(value);
  });

  it('takes every well-formed object as JSON.parse does', () => {
    const key = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/^(__proto__|constructor|prototype)$|\0/.test(text));
    const leaf = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
    );
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('node')), fc.dictionary(key, tie('node'))),
    })).node;
    fc.assert(
      fc.property(fc.dictionary(key, tree), fc.constantFrom(0, 1), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseStrictJson(bytes(text))).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it('answers any bytes with a value or malformed-json, never another error', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array(), fc.string({ unit: fc.constantFrom(...'{}[]":,\\u0a1e-. ') }).map(bytes)),
        (body) => {
          expect(complaint(body)).toMatch(/^(accepted|malformed-json )/);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
