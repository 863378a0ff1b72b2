import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileKeyOf, PIECE, Pieces, sealedLength, TAG } from './format.js';
import { FileTooLarge, openFile, ReceivedFile, SealedFileFault } from './index.js';
import { sealFile } from './streams.js';

const folder = mkdtempSync(join(tmpdir(), 'receiving-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FILE = { id: '0b9b8a5e-6c1f-4a44-9d0e-9f3f5a6b7c8d', key: Buffer.alloc(32, 7).toString('base64') };
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function* partsOf(content: Buffer, sizes: readonly number[] = [content.length || 1]) {
  for (let at = 0, turn = 0; at < content.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield content.subarray(at, (at += size));
  }
}
const gathered = async (source: AsyncIterable<Uint8Array>) =>
  Buffer.concat(await Readable.from(source).toArray());
const sealed = (content: Buffer, sizes?: number[]) => gathered(sealFile(FILE, partsOf(content, sizes)));
const opened = (stored: Buffer, hash: string, sizes?: number[], file = FILE) =>
  gathered(openFile(file, hash, partsOf(stored, sizes)));

/** Sizes around the ends of pieces, and any. */
const size = fc.oneof(
  fc.constantFrom(0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 17),
  fc.nat({ max: 4 * PIECE }),
);
const cuts = fc.array(fc.integer({ min: 1, max: 2 * PIECE }), { minLength: 1, maxLength: 4 });
const altered = expect.objectContaining({ name: 'SealedFileFault', code: 'file-altered' });

describe('a sealed file', () => {
  it('opens to what was sealed, however it is cut on its way', async () => {
    await fc.assert(
      fc.asyncProperty(size, cuts, cuts, async (bytes, there, back) => {
        const content = randomBytes(bytes);
        const stored = await sealed(content, there);
        expect(stored).toHaveLength(sealedLength(bytes));
        expect((await opened(stored, sha256(content), back)).equals(content)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('with any one bit flipped does not open', async () => {
    const content = randomBytes(PIECE + 100);
    const stored = await sealed(content);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: stored.length * 8 - 1 }), async (bit) => {
        const flipped = Buffer.from(stored);
        flipped[bit >> 3]! ^= 1 << (bit & 7);
        await expect(opened(flipped, sha256(content))).rejects.toEqual(altered);
      }),
      { numRuns: 300 },
    );
  });

  it('cut short anywhere, or with anything behind it, does not open', async () => {
    const content = randomBytes(2 * PIECE);
    const stored = await sealed(content);
    const ends = [...Array(40).keys(), 8 + PIECE + TAG, stored.length - 1];
    for (const end of ends) {
      await expect(opened(stored.subarray(0, end), sha256(content))).rejects.toEqual(altered);
    }
    await expect(opened(Buffer.concat([stored, Buffer.alloc(1)]), sha256(content))).rejects.toEqual(altered);
  });

  it('with pieces in another order, left out, doubled or of another file does not open', async () => {
    const content = randomBytes(3 * PIECE);
    const stored = await sealed(content);
    const other = await gathered(sealFile({ ...FILE, id: `${FILE.id}x` }, partsOf(content)));
    const piece = (from: Buffer, index: number) =>
      from.subarray(8 + index * (PIECE + TAG), 8 + (index + 1) * (PIECE + TAG));
    const header = stored.subarray(0, 8);
    const arranged = (...pieces: Buffer[]) => Buffer.concat([header, ...pieces]);
    const [a, b, c] = [0, 1, 2].map((index) => piece(stored, index)) as [Buffer, Buffer, Buffer];
    expect(arranged(a, b, c).equals(stored)).toBe(true);
    for (const pieces of [[b, a, c], [a, c], [b, c], [a, a, b, c], [a, b], [piece(other, 0), b, c], []]) {
      await expect(opened(arranged(...pieces), sha256(content))).rejects.toEqual(altered);
    }
  });

  it('gives out nothing of a piece that was altered, and all before it', async () => {
    const content = randomBytes(3 * PIECE);
    const stored = await sealed(content);
    stored[8 + 2 * (PIECE + TAG) + 5]! ^= 1;
    const given: Buffer[] = [];
    const reading = (async () => {
      for await (const part of openFile(FILE, sha256(content), partsOf(stored))) given.push(part);
    })();
    await expect(reading).rejects.toEqual(altered);
    expect(Buffer.concat(given).equals(content.subarray(0, 2 * PIECE))).toBe(true);
  });

  it('does not open under another key or id, nor when another hash was written down', async () => {
    const content = randomBytes(1000);
    const stored = await sealed(content);
    const key = randomBytes(32).toString('base64');
    await expect(opened(stored, sha256(content), [9], { ...FILE, key })).rejects.toEqual(altered);
    await expect(opened(stored, sha256(content), [9], { ...FILE, id: 'other' })).rejects.toEqual(altered);
    await expect(opened(stored, sha256(Buffer.alloc(1)))).rejects.toEqual(altered);
    await expect(opened(stored, sha256(content), [9], { ...FILE, key: 'short' })).rejects.toBeInstanceOf(
      SealedFileFault,
    );
  });

  it('each piece opens in its own place, as the last or not, and in its own file only', () => {
    const pieces = new Pieces(fileKeyOf(FILE.key), FILE.id);
    const plain = Buffer.alloc(100);
    const stored = pieces.seal(1, false, plain);
    expect(pieces.open(1, false, stored).equals(plain)).toBe(true);
    for (const [index, isLast] of [
      [0, false],
      [2, false],
      [1, true],
    ] as const) {
      expect(() => pieces.open(index, isLast, stored)).toThrow(altered);
      expect(pieces.seal(index, isLast, plain).equals(stored)).toBe(false);
    }
    const other = new Pieces(fileKeyOf(FILE.key), 'other');
    expect(() => other.open(1, false, stored)).toThrow(altered);
  });

  it('keeps its stored form', async () => {
    expect((await sealed(Buffer.from('投诉证据'))).toString('hex')).toBe(
      '544f555355011000d6c22c889bc90aa8ac5df8ec9ce574c372267b46f32e50a07ac78571',
    );
  });
});

describe('ReceivedFile', () => {
  const receive = (content: Buffer, maxBytes = 1e7, sizes?: number[]) =>
    ReceivedFile.from(partsOf(content, sizes), { folder, maxBytes });

  it('measures what came and what is to be stored, and leaves no name in the folder', async () => {
    const content = randomBytes(200_000);
    const file = await receive(content);
    expect(readdirSync(folder)).toEqual([]);
    const stored = await gathered(file.sealed());
    expect(file.plain).toEqual({ bytes: content.length, sha256: sha256(content) });
    expect(file.stored).toEqual({ bytes: stored.length, sha256: sha256(stored) });
    expect((await opened(stored, file.plain.sha256, [70_000], file)).equals(content)).toBe(true);
    await file.close();
    await file.close();
  });

  it('can be read at any place', async () => {
    const content = randomBytes(2 * PIECE + 321);
    const file = await receive(content, 1e7, [5000, 1]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: content.length + 10 }),
        fc.nat({ max: 2 * PIECE }),
        async (at, length) => {
          expect((await file.read(at, length)).equals(content.subarray(at, at + length))).toBe(true);
        },
      ),
    );
    await file.close();
  });

  it('has a key and an id of its own each time', async () => {
    const content = randomBytes(10);
    const [one, two] = await Promise.all([receive(content), receive(content)]);
    expect(one.key).not.toBe(two.key);
    expect(one.id).not.toBe(two.id);
    expect(one.stored.sha256).not.toBe(two.stored.sha256);
    await Promise.all([one.close(), two.close()]);
  });

  it('takes exactly as much as is allowed, and stops reading when it is more', async () => {
    const file = await receive(randomBytes(1000), 1000);
    expect(file.size).toBe(1000);
    await file.close();
    let sent = 0;
    const endless = async function* () {
      for (;;) yield Buffer.alloc((sent += 1000) && 1000);
    };
    await expect(ReceivedFile.from(endless(), { folder, maxBytes: 999_999 })).rejects.toEqual(
      new FileTooLarge(999_999),
    );
    expect(sent).toBeLessThanOrEqual(1_001_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a source that breaks off is its own fault, and nothing is left', async () => {
    const broken = new Error('the line went dead');
    const source = async function* () {
      yield randomBytes(100_000);
      throw broken;
    };
    await expect(ReceivedFile.from(source(), { folder, maxBytes: 1e6 })).rejects.toBe(broken);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of a file of 256 MiB the memory of the process does not grow by a quarter', async () => {
    const MiB = 1_048_576;
    const part = randomBytes(MiB / 4);
    const large = async function* () {
      for (let sent = 0; sent < 256 * MiB; sent += part.length) yield part;
    };
    const before = process.memoryUsage.rss();
    let highest = before;
    const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 5);
    const file = await ReceivedFile.from(large(), { folder, maxBytes: 300 * MiB });
    let bytes = 0;
    for await (const plain of openFile(file, file.plain.sha256, file.sealed())) bytes += plain.length;
    clearInterval(watch);
    await file.close();
    expect(bytes).toBe(256 * MiB);
    expect((highest - before) / MiB).toBeLessThan(64);
  }, 120_000);
});
