/** What went wrong with a store of files. */
export type BlobFaultCode =
  /** Not a UUID in small letters. */
  | 'blob-id-unfit'
  /** Other bytes stand under this id. */
  | 'blob-exists'
  | 'blob-missing'
  /** More, fewer or other bytes came than were announced. */
  | 'blob-not-as-announced'
  /** The disk or the quota is used up. */
  | 'store-full'
  /** The store does not answer just now. */
  | 'store-unavailable'
  /** The store does not let us do this: keys, rights or settings are wrong. */
  | 'store-refused'
  /** The setting that names the store makes no sense. */
  | 'store-setting-unfit';

/** A fault of a store. Its message names the id at most: no name of a file, no key, no address with a password. */
export class BlobFault extends Error {
  override readonly name = 'BlobFault';

  constructor(
    readonly code: BlobFaultCode,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether something is named as a blob is. */
export function isBlobId(id: string): boolean {
  return UUID.test(id);
}

/** Throws `blob-id-unfit` on anything that could lead elsewhere than into the store. */
export function checkBlobId(id: string): void {
  if (!isBlobId(id)) throw new BlobFault('blob-id-unfit', 'a blob is named by a UUID in small letters');
}
