import { createHash, timingSafeEqual } from 'node:crypto';
import { SealedFileFault } from './faults.js';
import { fileKeyOf, HEADER, PIECE, Pieces, TAG } from './format.js';

/** Encrypts a file as it comes, one piece in memory at a time. */
export async function* sealFile(
  { id, key }: FileKey,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const pieces = new Pieces(fileKeyOf(key), id);
  yield HEADER;
  let index = 0;
  for await (const { piece, isLast } of cut(plain, PIECE)) {
    yield pieces.seal(index, isLast, piece);
    index += 1;
  }
}

/** Which file, and what opens it. */
export interface FileKey {
  /** Opaque; bound into the encryption. */
  readonly id: string;
  /** 32 bytes, base64. */
  readonly key: string;
}

/**
 * Decrypts a stored file as it comes. No byte is given out that was not checked, and the last piece only when the whole
 * has the hash of the plain bytes that was written down. Rejects with `file-altered`.
 * @param sha256 of the plain bytes, hex
 */
export async function* openFile(
  { id, key }: FileKey,
  sha256: string,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const pieces = new Pieces(fileKeyOf(key), id);
  const hash = createHash('sha256');
  let index = 0;
  for await (const { piece, isLast } of cut(withoutHeader(id, sealed), PIECE + TAG)) {
    const plain = pieces.open(index, isLast, piece);
    hash.update(plain);
    if (isLast && !equal(hash.digest('hex'), sha256)) throw new SealedFileFault('file-altered', id);
    if (plain.length > 0) yield plain;
    index += 1;
  }
}

async function* withoutHeader(id: string, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let header = Buffer.alloc(0);
  for await (const part of sealed) {
    if (header.length === HEADER.length) {
      yield part;
      continue;
    }
    const missing = HEADER.length - header.length;
    header = Buffer.concat([header, part.subarray(0, missing)]);
    if (header.length === HEADER.length && !header.equals(HEADER)) break;
    if (part.length > missing) yield part.subarray(missing);
  }
  if (!header.equals(HEADER)) throw new SealedFileFault('file-altered', id);
}

/** Cuts a stream into pieces of one length; the last may be shorter, and of an empty stream it is the only one. */
async function* cut(
  source: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<{ readonly piece: Buffer; readonly isLast: boolean }> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const part of source) {
    let rest = part;
    // A full piece is held until something follows it: only then is it known not to be the last.
    while (held + rest.length > length) {
      parts.push(rest.subarray(0, length - held));
      rest = rest.subarray(length - held);
      yield { piece: Buffer.concat(parts), isLast: false };
      parts = [];
      held = 0;
    }
    if (rest.length > 0) parts.push(rest);
    held += rest.length;
  }
  yield { piece: Buffer.concat(parts), isLast: true };
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
