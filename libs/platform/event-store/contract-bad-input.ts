import { describe, expect, it } from '@jest/globals';
import { BadInput } from './errors.js';
import type { AppendRequest, EventStore } from './port.js';

const GOOD = {
  id: '0d5b7d0e-8a52-5b1f-9d0c-0f9a7b6c5d4e',
  type: 'complaint.registered',
  schemaVersion: 1,
  data: {},
  meta: {},
};

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

const CYCLE: Record<string, unknown> = {};
CYCLE.self = CYCLE;

/** Data that must not reach the store, and the JSON pointer the fault names. */
const BAD_DATA: [what: string, data: unknown, pointer: string][] = [
  ['NUL', { a: { b: 'x\0y' } }, '/events/0/data/a/b'],
  ['NUL in a key', { 'a\0': 1 }, '/events/0/data/a\0'],
  ['a lone high surrogate', { a: ['ok', '\uD842'] }, '/events/0/data/a/1'],
  ['a lone low surrogate', { 'x/y~z': '\uDC00x' }, '/events/0/data/x~1y~0z'],
  ['a lone surrogate in a key', { '\uD800': 1 }, '/events/0/data/\uD800'],
  ['NaN', { a: Number.NaN }, '/events/0/data/a'],
  ['Infinity', { a: [[Infinity]] }, '/events/0/data/a/0/0'],
  ['an integer beyond 2^53-1', { a: 2 ** 53 }, '/events/0/data/a'],
  ['1e300', { a: 1e300 }, '/events/0/data/a'],
  ['undefined', { a: { b: undefined } }, '/events/0/data/a/b'],
  ['a hole in an array', { a: new Array(1) }, '/events/0/data/a/0'],
  ['__proto__', JSON.parse('{"a":{"__proto__":{"admin":true}}}'), '/events/0/data/a/__proto__'],
  ['a Date', { a: new Date(0) }, '/events/0/data/a'],
  ['a bigint', { a: 1n }, '/events/0/data/a'],
  ['a function', { a: () => 1 }, '/events/0/data/a'],
  ['a circle', CYCLE, '/events/0/data' + '/self'.repeat(32)],
  ['nesting beyond 32', { a: deep(5_000) }, '/events/0/data/a' + '/0'.repeat(31)],
  ['no object', [], '/events/0/data'],
  ['null', null, '/events/0/data'],
];

const BAD_REQUESTS: [what: string, request: Record<string, unknown>, pointer: string][] = [
  ['no events', { events: [] }, '/events'],
  ['a stream without category', { stream: 'case' }, '/stream'],
  ['a stream with an empty id', { stream: 'case-' }, '/stream'],
  ['a stream with a line feed', { stream: 'case-a\nb' }, '/stream'],
  ['a stream with a lone surrogate', { stream: 'case-\uD800' }, '/stream'],
  ['a stream of 251 bytes', { stream: `case-${'x'.repeat(246)}` }, '/stream'],
  ['a negative revision', { expected: -1 }, '/expected'],
  ['half a revision', { expected: 0.5 }, '/expected'],
  ['a revision as text', { expected: '0' }, '/expected'],
  ['an id that is no UUID', { events: [{ ...GOOD, id: 'x' }] }, '/events/0/id'],
  ['an id in upper case', { events: [{ ...GOOD, id: GOOD.id.toUpperCase() }] }, '/events/0/id'],
  ['one id twice', { events: [GOOD, GOOD] }, '/events/1/id'],
  ['an empty type', { events: [{ ...GOOD, type: '' }] }, '/events/0/type'],
  ['schema version 0', { events: [{ ...GOOD, schemaVersion: 0 }] }, '/events/0/schemaVersion'],
  ['NUL in meta', { events: [{ ...GOOD, meta: { a: '\0' } }] }, '/events/0/meta/a'],
  ['more than 64 KiB', { events: [{ ...GOOD, data: { a: '投'.repeat(22_000) } }] }, '/events/0'],
];

/** Bad input is refused before anything is written, and the fault names the place. */
export function describeBadInput(store: () => EventStore): void {
  describe('bad input', () => {
    const refuses = async (request: unknown, pointer: string) => {
      const head = await store().head();
      const fault: unknown = await store()
        .append(request as AppendRequest)
        .catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(BadInput);
      expect((fault as BadInput).pointer).toBe(pointer);
      expect(await store().head()).toBe(head);
    };

    it.each(BAD_DATA)('%s in the data', (_, data, pointer) =>
      refuses({ stream: 'case-bad', expected: 'any', events: [{ ...GOOD, data }] }, pointer),
    );

    it.each(BAD_REQUESTS)('%s', (_, part, pointer) =>
      refuses({ stream: 'case-bad', expected: 'any', events: [GOOD], ...part }, pointer),
    );

    it('limits and revisions that are no counts', async () => {
      const { start } = store();
      for (const bad of [0, -1, 1.5, Number.NaN]) {
        await expect(store().readAll(start, bad)).rejects.toBeInstanceOf(BadInput);
        await expect(store().readStream('case-a', { limit: bad })).rejects.toBeInstanceOf(BadInput);
      }
      await expect(store().readStream('case-a', { fromRevision: -1 })).rejects.toBeInstanceOf(BadInput);
    });
  });
}
