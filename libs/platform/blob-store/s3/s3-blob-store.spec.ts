import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { startTestS3, type TestS3 } from '#testing';
import { blobOf, bytesOf, describeBlobStore } from '../contract.js';
import { S3BlobStore, type S3Place } from './s3-blob-store.js';

function placeIn({ bucket, endpoint, account }: TestS3, change: Partial<S3Place> = {}): S3Place {
  return { bucket, prefix: 'office/', region: 'cn-north-1', endpoint, credentials: account, ...change };
}

const fault = (code: string) => expect.objectContaining({ name: 'BlobFault', code });

describeBlobStore('S3', async () => {
  const s3 = await startTestS3();
  const store = await S3BlobStore.open(placeIn(s3));
  return {
    store,
    close: async () => {
      store.close();
      await s3.stop();
    },
  };
});

describe('S3BlobStore', () => {
  let s3: TestS3;
  let store: S3BlobStore;
  beforeAll(async () => {
    s3 = await startTestS3();
    store = await S3BlobStore.open(placeIn(s3));
  });
  afterAll(async () => {
    store.close();
    await s3.stop();
  });

  it('keeps a file as an object under its prefix, and sees nothing else in the bucket', async () => {
    const elsewhere = await S3BlobStore.open(placeIn(s3, { prefix: '' }));
    const [mine, theirs] = [blobOf(randomBytes(10)), blobOf(randomBytes(10))];
    await store.put(mine);
    await elsewhere.put(theirs);
    expect([...s3.objects.keys()].sort()).toEqual([`office/${mine.id}`, theirs.id].sort());
    const seen = [];
    for await (const { id } of store.list()) seen.push(id);
    expect(seen).toEqual([mine.id]);
    elsewhere.close();
  });

  it('tries again when the store is busy, reading the bytes anew', async () => {
    const content = randomBytes(300_000);
    const blob = blobOf(content);
    s3.failNext(2, 503, 'SlowDown');
    await store.put(blob);
    expect((await bytesOf(store, blob.id)).equals(content)).toBe(true);
  });

  it.each([
    [3, 503, 'SlowDown', 'store-unavailable'],
    [1, 507, 'XMinioStorageFull', 'store-full'],
    [1, 403, 'QuotaExceeded', 'store-full'],
    [1, 403, 'AccessDenied', 'store-refused'],
  ])('%i times %i %s is the fault %s, %s', async (times, status, code, expected) => {
    const blob = blobOf(randomBytes(1000));
    s3.failNext(times, status, code);
    await expect(store.put(blob)).rejects.toEqual(fault(expected));
    expect(await store.find(blob.id)).toBeNull();
  });

  it.each<[string, Partial<S3Place>, string]>([
    [
      'a wrong secret',
      { credentials: { accessKeyId: 'TESTACCOUNT', secretAccessKey: 'no' } },
      'store-refused',
    ],
    ['a wrong account', { credentials: { accessKeyId: 'no', secretAccessKey: 'no' } }, 'store-refused'],
    ['a bucket that is not there', { bucket: 'nowhere' }, 'store-refused'],
    ['an endpoint where nobody is', { endpoint: 'http://127.0.0.1:9' }, 'store-unavailable'],
  ])('%s is a fault that says nothing of it', async (_, change, code) => {
    const wrong = await S3BlobStore.open(placeIn(s3, change));
    const id = randomUUID();
    for (const asked of [() => bytesOf(wrong, id), () => wrong.put(blobOf(randomBytes(9), id))]) {
      const error = await asked().then(
        () => undefined,
        (thrown: Error) => thrown,
      );
      expect(error).toEqual(fault(code));
      expect(error!.message).toBe(`${code}: ${id}`);
    }
    wrong.close();
  });
});
