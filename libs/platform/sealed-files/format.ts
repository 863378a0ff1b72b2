import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { SealedFileFault } from './faults.js';

/*
 * The stored form of a file, version 1:
 *
 *   header   8 bytes   "TOUSU", version 1, 16 (pieces of 2^16 bytes), 0
 *   pieces             each: up to 65,536 bytes of AES-256-GCM ciphertext and a tag of 16
 *
 * The key is random and of this file alone, so a nonce can be a number: 7 bytes of zero, the number of the piece (4
 * bytes, big-endian), and 1 for the last piece, otherwise 0. What is authenticated beside: the header and the id of the
 * file. So no piece can be left out, repeated, moved, or taken from another file, and none can be cut off at the end.
 * (This is the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015.)
 */
export const HEADER = Buffer.from([0x54, 0x4f, 0x55, 0x53, 0x55, 1, 16, 0]);
export const PIECE = 65_536;
export const TAG = 16;
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;

/** A new key for one file, base64. */
export function newFileKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

/** Throws `file-key-unfit`. */
export function fileKeyOf(base64: string): KeyObject {
  const raw = Buffer.from(base64, 'base64');
  if (raw.length !== KEY_BYTES)
    throw new SealedFileFault('file-key-unfit', 'a file key is 32 bytes in base64');
  return createSecretKey(raw);
}

/** How many pieces a file of so many bytes has: an empty one has one. */
export function piecesOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / PIECE));
}

/** How long the stored form of so many bytes is. */
export function sealedLength(bytes: number): number {
  return HEADER.length + bytes + piecesOf(bytes) * TAG;
}

/** Seals and opens the pieces of one file. */
export class Pieces {
  constructor(
    private readonly key: KeyObject,
    private readonly id: string,
  ) {}

  seal(index: number, isLast: boolean, plain: Uint8Array): Buffer {
    const cipher = createCipheriv(CIPHER, this.key, nonceOf(index, isLast));
    cipher.setAAD(this.bound());
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws `file-altered`. */
  open(index: number, isLast: boolean, sealed: Uint8Array): Buffer {
    try {
      const end = sealed.length - TAG;
      const decipher = createDecipheriv(CIPHER, this.key, nonceOf(index, isLast), { authTagLength: TAG });
      decipher.setAAD(this.bound());
      decipher.setAuthTag(sealed.subarray(end));
      return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
    } catch {
      throw new SealedFileFault('file-altered', this.id);
    }
  }

  private bound(): Buffer {
    return Buffer.concat([HEADER, Buffer.from(this.id, 'utf8')]);
  }
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
