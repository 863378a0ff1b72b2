import { BlobFault, type BlobFaultCode } from '../faults.js';

const BY_NAME: Readonly<Record<string, BlobFaultCode>> = {
  NoSuchKey: 'blob-missing',
  NoSuchBucket: 'store-refused',
  PreconditionFailed: 'blob-exists',
  // Two writers at the same moment: asking again tells which of them won.
  ConditionalRequestConflict: 'store-unavailable',
  XAmzContentSHA256Mismatch: 'blob-not-as-announced',
  BadDigest: 'blob-not-as-announced',
  IncompleteBody: 'store-unavailable',
  RequestTimeout: 'store-unavailable',
  SlowDown: 'store-unavailable',
  QuotaExceeded: 'store-full',
  XMinioStorageFull: 'store-full',
};

const BY_STATUS: Readonly<Record<number, BlobFaultCode>> = {
  404: 'blob-missing',
  412: 'blob-exists',
  429: 'store-unavailable',
  507: 'store-full',
};

/** What a store that speaks S3 said, as a fault. The words of the store are kept out: they can hold keys and addresses. */
export function faultOf(error: unknown, about: string): unknown {
  if (error instanceof BlobFault || !(error instanceof Error)) return error;
  const { name, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  return new BlobFault(BY_NAME[name] ?? codeOf($metadata?.httpStatusCode, error), about, { cause: error });
}

/** Without a status nobody answered. */
function codeOf(status: number | undefined, error: Error): BlobFaultCode {
  if (status === undefined) return isOurs(error) ? 'store-refused' : 'store-unavailable';
  return BY_STATUS[status] ?? (status >= 500 ? 'store-unavailable' : 'store-refused');
}

/** The client could not even ask: nobody gave it keys. */
function isOurs({ name }: Error): boolean {
  return name === 'CredentialsProviderError';
}
