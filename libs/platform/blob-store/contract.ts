import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { BlobStore, NewBlob } from './port.js';

/** A store under test; `close` lets go of everything it holds. */
export interface BlobStoreUnderTest {
  readonly store: BlobStore;
  close(): Promise<void>;
}

/** Bytes as they are announced, in pieces of uneven length. */
export function blobOf(content: Buffer, id: string = randomUUID()): NewBlob {
  return {
    id,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    async *read() {
      for (let at = 0, size = 1; at < content.length; at += size, size = (size * 7) % 40_009) {
        yield content.subarray(at, at + size);
      }
    },
  };
}

/** Everything that stands under an id. */
export async function bytesOf(store: BlobStore, id: string): Promise<Buffer> {
  return Buffer.concat(await Readable.from(store.open(id)).toArray());
}

async function idsIn(store: BlobStore): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of store.list()) ids.push(id);
  return ids.sort();
}

const fault = (code: string) => expect.objectContaining({ name: 'BlobFault', code });

/** What every store of files must do; the same tests run on each of them. */
export function describeBlobStore(name: string, open: () => Promise<BlobStoreUnderTest>): void {
  describe(`blob store contract: ${name}`, () => {
    let opened: BlobStoreUnderTest;
    let store: BlobStore;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(() => opened.close());

    it('starts empty', async () => {
      expect(await idsIn(store)).toEqual([]);
      expect(await store.find(randomUUID())).toBeNull();
    });

    it.each([0, 1, 65_536, 3_000_001])('gives back exactly the %i bytes that were put', async (size) => {
      const content = randomBytes(size);
      const blob = blobOf(content);
      const before = Date.now();
      await store.put(blob);
      expect((await bytesOf(store, blob.id)).equals(content)).toBe(true);
      const found = await store.find(blob.id);
      expect(found).toEqual({ id: blob.id, bytes: size, storedAt: expect.any(String) });
      expect(Math.abs(Date.parse(found!.storedAt) - before)).toBeLessThan(60_000);
    });

    it('the same bytes again under the same id change nothing', async () => {
      const blob = blobOf(randomBytes(100_000));
      await store.put(blob);
      await store.put(blob);
      expect(await bytesOf(store, blob.id)).toHaveLength(100_000);
    });

    it('other bytes under a taken id are refused, and the first stay', async () => {
      const first = randomBytes(1000);
      const blob = blobOf(first);
      await store.put(blob);
      for (const other of [randomBytes(1000), randomBytes(10), Buffer.alloc(0)]) {
        await expect(store.put(blobOf(other, blob.id))).rejects.toEqual(fault('blob-exists'));
      }
      expect((await bytesOf(store, blob.id)).equals(first)).toBe(true);
    });

    it('of two at the same time under one id one stays, whole', async () => {
      const id = randomUUID();
      const contents = [randomBytes(200_000), randomBytes(200_000)];
      const answers = await Promise.allSettled(contents.map((each) => store.put(blobOf(each, id))));
      const won = answers.findIndex(({ status }) => status === 'fulfilled');
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(answers[1 - won]).toMatchObject({ reason: fault('blob-exists') });
      expect((await bytesOf(store, id)).equals(contents[won]!)).toBe(true);
    });

    it.each<[string, (blob: NewBlob) => Partial<NewBlob>]>([
      ['fewer bytes', ({ bytes }) => ({ bytes: bytes + 1 })],
      ['more bytes', ({ bytes }) => ({ bytes: bytes - 1 })],
      ['other bytes', () => ({ sha256: 'a'.repeat(64) })],
    ])('%s than announced: a fault, and nothing is kept', async (_, change) => {
      const blob = blobOf(randomBytes(70_000));
      await expect(store.put({ ...blob, ...change(blob) })).rejects.toEqual(fault('blob-not-as-announced'));
      expect(await store.find(blob.id)).toBeNull();
      expect(await idsIn(store)).not.toContain(blob.id);
    });

    it('a source that breaks off is its own fault, and nothing is kept', async () => {
      const blob = blobOf(randomBytes(70_000));
      const broken = new Error('the line went dead');
      const read = async function* () {
        yield randomBytes(1000);
        throw broken;
      };
      await expect(store.put({ ...blob, read })).rejects.toBe(broken);
      expect(await store.find(blob.id)).toBeNull();
      await store.put(blob);
    });

    it('what is not there is missing', async () => {
      await expect(bytesOf(store, randomUUID())).rejects.toEqual(fault('blob-missing'));
    });

    it('lists everything once', async () => {
      const before = await idsIn(store);
      const blobs = Array.from({ length: 25 }, () => blobOf(randomBytes(10)));
      await Promise.all(blobs.map((each) => store.put(each)));
      expect(await idsIn(store)).toEqual([...before, ...blobs.map(({ id }) => id)].sort());
    });

    it('discards one, and of nothing removes nothing', async () => {
      const [kept, gone] = [blobOf(randomBytes(10)), blobOf(randomBytes(10))];
      await store.put(kept);
      await store.put(gone);
      await store.discard(gone.id);
      await store.discard(gone.id);
      expect(await store.find(gone.id)).toBeNull();
      expect(await idsIn(store)).toContain(kept.id);
      await expect(bytesOf(store, gone.id)).rejects.toEqual(fault('blob-missing'));
    });

    it.each(['', '../../etc/passwd', 'a/b', 'A'.repeat(36), `${randomUUID()}\n`, randomUUID().toUpperCase()])(
      'refuses %j as an id',
      async (id) => {
        const unfit = fault('blob-id-unfit');
        await expect(store.put(blobOf(Buffer.alloc(1), id))).rejects.toEqual(unfit);
        await expect(bytesOf(store, id)).rejects.toEqual(unfit);
        await expect(store.find(id)).rejects.toEqual(unfit);
        await expect(store.discard(id)).rejects.toEqual(unfit);
      },
    );
  });
}
