import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asOfPoint } from './as-of.js';
import { commandIdOf, idempotencyKey, requestFingerprint } from './idempotency.js';
import { CursorSeal } from './paging.js';
import { expectedRevision, isUnchanged } from './revision.js';

const problem = (code: string) => expect.objectContaining({ code }) as never;

describe('If-Match and If-None-Match', () => {
  it('reads a strong revision and nothing else', () => {
    expect(expectedRevision('"0"')).toBe(0);
    expect(expectedRevision('"41"')).toBe(41);
    expect(() => expectedRevision(undefined)).toThrow(problem('precondition-required'));
    for (const bad of [
      '',
      '*',
      '7',
      'W/"7"',
      '"07"',
      '"-1"',
      '"7", "8"',
      '"9999999999999999"',
      '"7" ',
      '"١"',
    ]) {
      expect(() => expectedRevision(bad)).toThrow(problem('if-match-invalid'));
    }
  });

  it('compares If-None-Match weakly, in a list, and knows *', () => {
    expect(['"7"', 'W/"7"', '"1", W/"7"', '*'].map((tag) => isUnchanged(tag, 7))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([undefined, '"8"', '7', ''].map((tag) => isUnchanged(tag, 7))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('Idempotency-Key', () => {
  it('takes 1–255 visible ASCII characters', () => {
    expect(idempotencyKey('k')).toBe('k');
    expect(idempotencyKey('~'.repeat(255))).toHaveLength(255);
    expect(() => idempotencyKey(undefined)).toThrow(problem('idempotency-key-missing'));
    for (const bad of ['', 'a b', 'k, k', '键', '~'.repeat(256), 'a\n', ['a', 'b']]) {
      expect(() => idempotencyKey(bad)).toThrow(problem('idempotency-key-invalid'));
    }
  });

  it('gives one command id per actor, method, path and key', () => {
    const request = { actorId: 'a', method: 'post', path: '/v1/x' };
    const id = commandIdOf(request, 'k');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(commandIdOf({ ...request, method: 'POST' }, 'k')).toBe(id);
    const others = [
      { ...request, actorId: 'b' },
      { ...request, path: '/v1/y' },
      { ...request, method: 'PUT' },
    ];
    expect(
      new Set([id, commandIdOf(request, 'l'), ...others.map((other) => commandIdOf(other, 'k'))]).size,
    ).toBe(5);
    expect(commandIdOf({ ...request, actorId: 'a","POST' }, 'k')).not.toBe(commandIdOf(request, 'POST","k'));
  });

  it('fingerprints by content, not by the order of keys, and only with the secret', () => {
    const request = { actorId: 'a', method: 'POST', path: '/v1/x' };
    const print = requestFingerprint(request, { a: 1, b: ['甲'] }, 's');
    expect(print).toMatch(/^[0-9a-f]{64}$/);
    expect(requestFingerprint(request, { b: ['甲'], a: 1 }, 's')).toBe(print);
    expect(requestFingerprint(request, { a: 1, b: ['乙'] }, 's')).not.toBe(print);
    expect(requestFingerprint({ ...request, actorId: 'b' }, { a: 1, b: ['甲'] }, 's')).not.toBe(print);
    expect(requestFingerprint(request, { a: 1, b: ['甲'] }, 't')).not.toBe(print);
  });
});

describe('cursors', () => {
  const seal = new CursorSeal('secret');
  const binding = { list: 'register', filter: { office: 'x' }, sort: 'day', scope: 'x' };

  it('open to the position they were made for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer()), { maxLength: 4 }),
        (position) => {
          expect(seal.decode(seal.encode(position, binding), binding)).toEqual(position);
        },
      ),
    );
  });

  it('are refused when one character changes, or filter, order, caller or secret', () => {
    const cursor = seal.encode([3, 'id'], binding);
    for (let at = 0; at < cursor.length; at++) {
      const changed = cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
      expect(() => seal.decode(changed, binding)).toThrow(problem('cursor-invalid'));
    }
    for (const other of [
      { ...binding, sort: 'due' },
      { ...binding, filter: {} },
      { ...binding, scope: 'y' },
    ]) {
      expect(() => seal.decode(cursor, other)).toThrow(problem('cursor-invalid'));
    }
    expect(() => new CursorSeal('other').decode(cursor, binding)).toThrow(problem('cursor-invalid'));
    for (const bad of ['', '.', `${cursor}.x`, `${cursor}=`, `${cursor} `, 'x'.repeat(5_000)]) {
      expect(() => seal.decode(bad, binding)).toThrow(problem('cursor-invalid'));
    }
  });
});

describe('?asOf=', () => {
  it('is a revision or a moment', () => {
    expect(asOfPoint(undefined)).toBeUndefined();
    expect(asOfPoint('12')).toEqual({ revision: 12 });
    expect(asOfPoint('2026-04-03T09:00:00+08:00')).toEqual({ instant: '2026-04-03T01:00:00.000Z' });
    for (const bad of [
      '',
      '-1',
      '1.5',
      '2026-04-03',
      '2026-04-03T09:00:00',
      '2026-02-30T09:00:00Z',
      ['1', '2'],
    ]) {
      expect(() => asOfPoint(bad)).toThrow(problem('validation-failed'));
    }
  });
});
