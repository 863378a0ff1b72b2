import { isAbsolute } from 'node:path';
import { BlobFault } from './faults.js';
import { FolderBlobStore } from './folder/folder-blob-store.js';
import type { BlobStore } from './port.js';
import { S3BlobStore, type S3Place } from './s3/s3-blob-store.js';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The store that a setting names: an absolute path of a folder, or `s3://bucket/prefix`. Of a bucket, endpoint, region
 * and keys are taken from the variables that every S3 program knows. Rejects with `store-setting-unfit`.
 */
export async function blobStoreFrom(setting: string, env: Env): Promise<BlobStore> {
  if (setting.startsWith('s3://')) return S3BlobStore.open(s3PlaceOf(setting, env));
  if (isAbsolute(setting)) return FolderBlobStore.open(setting);
  throw unfit('an absolute path, or s3://bucket/prefix');
}

/** Throws `store-setting-unfit`. */
export function s3PlaceOf(setting: string, env: Env): S3Place {
  const [, bucket, folder = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*))?$/.exec(setting) ?? [];
  if (bucket === undefined) throw unfit('s3://bucket/prefix');
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const endpoint = env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || undefined;
  return {
    bucket,
    prefix: folder === '' || folder.endsWith('/') ? folder : `${folder}/`,
    region: env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || 'us-east-1',
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(accessKeyId && secretAccessKey
      ? {
          credentials: {
            accessKeyId,
            secretAccessKey,
            ...(env['AWS_SESSION_TOKEN'] ? { sessionToken: env['AWS_SESSION_TOKEN'] } : {}),
          },
        }
      : {}),
  };
}

function unfit(wanted: string): BlobFault {
  return new BlobFault('store-setting-unfit', `the place of files (TOUSU_ATTACHMENTS) is ${wanted}`);
}
