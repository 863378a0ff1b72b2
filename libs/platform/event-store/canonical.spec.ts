import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { canonicalBody, requirePlainJson } from './canonical.js';
import { sortedJson } from './contract-checks.js';
import type { NewEvent } from './port.js';

const STREAM = 'complaint-3f2c7f0e-7d0c-4c4e-9a43-1c1a2a0d7a11';
const EVENT: NewEvent = {
  id: '0d5b7d0e-8a52-5b1f-9d0c-0f9a7b6c5d4e',
  type: 'Registered',
  schemaVersion: 1,
  data: {},
  meta: {},
};
const bytesOf = (data: NewEvent['data']): string => canonicalBody(STREAM, { ...EVENT, data });

describe('the bytes of an event that are hashed', () => {
  it('are those of RFC 8785: its own examples of numbers, texts and the order of keys', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 4.5, 2e-3, 0.000000000000000000000000001, -0],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(bytesOf({ example })).toBe(
      `{"data":{"example":{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27,0],` +
        `"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}},"id":"${EVENT.id}","meta":{},"schemaVersion":1,` +
        `"stream":"${STREAM}","type":"Registered"}`,
    );
    const keys = {
      '\u20ac': 1,
      '\r': 1,
      '\ufb33': 1,
      '1': 1,
      '\u{1F600}': 1,
      '\u0080': 1,
      '\u00f6': 1,
      '10': 1,
      '9': 1,
    };
    const order = [...bytesOf(keys).matchAll(/"([^"]+)":1[,}]/g)].map(([, key]) => key);
    expect(order).toEqual([
      '\\r',
      '1',
      '10',
      '9',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1F600}',
      '\ufb33',
      'schemaVersion',
    ]);
  });

  it('stay what they have been in every release: chains in databases rest on them', () => {
    const kept = bytesOf({
      receivedAt: '2026-11-24T16:00:00.000Z',
      facts: '行程“缩短”\u2028\t',
      amount: 12_345,
      list: [{ b: 1, a: [] }],
    });
    expect(createHash('sha256').update(kept).digest('hex')).toBe(
      'ed53361d62c58a623fdd31897388b668a37adffc3a4202cf33fb30b0980f0a32',
    );
  });

  it('are the same by other means, for whatever the store takes, and come back as they went in', () => {
    const data = fc
      .dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), {
        noNullPrototype: true,
      })
      .filter((value) => {
        try {
          requirePlainJson(value, '');
          return true;
        } catch {
          return false;
        }
      });
    fc.assert(
      fc.property(data, (value) => {
        const body = bytesOf(value);
        expect(body).toBe(sortedJson({ ...EVENT, data: value, stream: STREAM }));
        expect(sortedJson((JSON.parse(body) as NewEvent).data)).toBe(sortedJson(value));
      }),
    );
  });
});
