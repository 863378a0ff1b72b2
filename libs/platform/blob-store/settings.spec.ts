import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blobStoreFrom, FolderBlobStore } from './index.js';
import { s3PlaceOf } from './settings.js';

const folder = mkdtempSync(join(tmpdir(), 'blobs-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the place of files', () => {
  it('is a folder, made when there is none', async () => {
    expect(await blobStoreFrom(join(folder, 'a', 'b'), {})).toBeInstanceOf(FolderBlobStore);
  });

  it.each(['', 'files', './files', 's3:/x', 's3://', 's3://UPPER/x', 's3://a/b?c', 'http://a/b'])(
    'is not %j',
    async (setting) => {
      const unfit = expect.objectContaining({ name: 'BlobFault', code: 'store-setting-unfit' });
      await expect(blobStoreFrom(setting, {})).rejects.toEqual(unfit);
    },
  );

  it('is a bucket, with what every S3 program is told by the environment', () => {
    expect(s3PlaceOf('s3://evidence', {})).toEqual({ bucket: 'evidence', prefix: '', region: 'us-east-1' });
    const env = {
      AWS_REGION: 'cn-north-1',
      AWS_ENDPOINT_URL_S3: 'https://s3.example.cn',
      AWS_ACCESS_KEY_ID: 'id',
      AWS_SECRET_ACCESS_KEY: 'secret',
    };
    expect(s3PlaceOf('s3://evidence/office-1', env)).toEqual({
      bucket: 'evidence',
      prefix: 'office-1/',
      region: 'cn-north-1',
      endpoint: 'https://s3.example.cn',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    });
  });
});
