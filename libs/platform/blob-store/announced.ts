import { createHash } from 'node:crypto';
import { BlobFault } from './faults.js';
import type { BlobStore, NewBlob } from './port.js';

/**
 * The bytes as they come, and `blob-not-as-announced` when they are not those announced. The last piece is held back
 * until all of them are known to be right: a receiver that counts on the length never gets a wrong whole.
 */
export async function* asAnnounced(blob: NewBlob): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  let held: Uint8Array | undefined;
  for await (const piece of blob.read()) {
    if (piece.length === 0) continue;
    bytes += piece.length;
    if (bytes > blob.bytes) throw unlike(blob);
    hash.update(piece);
    if (held) yield held;
    held = piece;
  }
  if (bytes !== blob.bytes || hash.digest('hex') !== blob.sha256) throw unlike(blob);
  if (held) yield held;
}

/** Rejects with `blob-exists` unless what stands in the store under this id are the same bytes. */
export async function expectSame(store: BlobStore, blob: NewBlob): Promise<void> {
  try {
    for await (const piece of asAnnounced({ ...blob, read: () => store.open(blob.id) })) void piece;
  } catch (error) {
    if (!(error instanceof BlobFault) || error.code !== 'blob-not-as-announced') throw error;
    throw new BlobFault('blob-exists', blob.id);
  }
}

function unlike({ id }: NewBlob): BlobFault {
  return new BlobFault('blob-not-as-announced', id);
}
