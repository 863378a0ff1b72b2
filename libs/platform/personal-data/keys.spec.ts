import { createSecretKey, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { KeyCache } from './key-cache.js';
import { keyFromFile } from './key-file.js';
import { KeyRing } from './key-ring.js';

const SUBJECT = '6f1c9f53-4b51-4a57-9d0c-0d6f0d9a1111';
const newKey = () => randomBytes(32).toString('base64');
const unfit = (code: string) => expect.objectContaining({ name: 'PersonalDataFault', code });

describe('KeyRing', () => {
  const [first, second] = [newKey(), newKey()];

  it('unwraps what it wrapped, for that person only', () => {
    const ring = new KeyRing(first);
    const { key, stored } = ring.provision(SUBJECT);
    expect(stored.kekId).toBe(ring.currentId);
    expect(ring.unwrap(SUBJECT, stored).equals(key)).toBe(true);
    expect(() => ring.unwrap('another-person', stored)).toThrow(unfit('key-unusable'));
    expect(() => ring.unwrap(SUBJECT, { ...stored, wrapped: stored.wrapped.subarray(1) })).toThrow(
      unfit('key-unusable'),
    );
  });

  it('goes on reading what an older key wrapped, once that key is given too', () => {
    const { key, stored } = new KeyRing(first).provision(SUBJECT);
    const rotated = new KeyRing(second, [first]);
    expect(rotated.unwrap(SUBJECT, stored).equals(key)).toBe(true);
    expect(rotated.provision(SUBJECT).stored.kekId).toBe(new KeyRing(second).currentId);
    expect(() => new KeyRing(second).unwrap(SUBJECT, stored)).toThrow(unfit('kek-unknown'));
  });

  it.each(['', 'c2hvcnQ=', `${newKey()}\n`, newKey().slice(0, -1)])('refuses %j as a key', (key) => {
    expect(() => new KeyRing(key)).toThrow(unfit('kek-unfit'));
  });
});

describe('KeyCache', () => {
  const key = createSecretKey(randomBytes(32));

  it('drops the least recently used key when full', () => {
    const cache = new KeyCache(2, 1000);
    cache.put('a', key);
    cache.put('b', key);
    cache.get('a');
    cache.put('c', key);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([key, undefined, key]);
  });

  it('keeps no key past its time, however often it is used', () => {
    let now = 0;
    const cache = new KeyCache(2, 1000, () => now);
    cache.put('a', key);
    now = 999;
    expect(cache.get('a')).toBe(key);
    now = 1000;
    expect(cache.get('a')).toBeUndefined();
    expect(cache.size).toBe(0);
  });

  it('refuses to keep keys for longer than five minutes', () => {
    expect(() => new KeyCache(2, 300_001)).toThrow(RangeError);
  });
});

describe('keyFromFile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kek-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('creates a key once that only its owner can read, and gives the same one again', () => {
    const path = join(folder, 'kek');
    const key = keyFromFile(path);
    expect(() => new KeyRing(key)).not.toThrow();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(keyFromFile(path)).toBe(key);
    expect(readdirSync(folder)).toEqual(['kek']);
  });

  it('refuses a file that others can read', () => {
    const path = join(folder, 'open');
    keyFromFile(path);
    chmodSync(path, 0o644);
    expect(() => keyFromFile(path)).toThrow(/chmod 600/);
  });
});
