import { createHash, randomUUID, type Hash } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { FileTooLarge } from './faults.js';
import { fileKeyOf, HEADER, newFileKey, PIECE, Pieces, piecesOf, sealedLength, TAG } from './format.js';
import { sealFile } from './streams.js';

/** How many bytes, and their hash (hex). */
export interface Measured {
  readonly bytes: number;
  readonly sha256: string;
}

/** Where and how much is received. */
export interface Receiving {
  /** Folder for what is on its way; encrypted, and without a name, so that nothing is left of it whatever happens. */
  readonly folder: string;
  readonly maxBytes: number;
}

/**
 * A file that has arrived and is not yet kept: encrypted on this machine's disk under a key of its own, which exists in
 * memory only. It can be read at any place, as checking it needs. Close it when done: nothing stays of it.
 */
export class ReceivedFile {
  private readonly pieces: Pieces;
  private last: { readonly index: number; readonly plain: Buffer } | undefined;

  private constructor(
    private readonly handle: FileHandle,
    /** Opaque; bound into the encryption. */
    readonly id: string,
    /** The key of this file, base64: seal it under the key of the person or case it belongs to. */
    readonly key: string,
    /** The file as it was sent. */
    readonly plain: Measured,
    /** The file as it is to be stored. */
    readonly stored: Measured,
  ) {
    this.pieces = new Pieces(fileKeyOf(key), id);
  }

  /** Receives all of it. Rejects with {@link FileTooLarge} as soon as it is too much, or with what the source or the disk says. */
  static async from(
    source: AsyncIterable<Uint8Array>,
    { folder, maxBytes }: Receiving,
  ): Promise<ReceivedFile> {
    const [id, key] = [randomUUID(), newFileKey()];
    const handle = await nameless(folder);
    try {
      const [plain, stored] = [new Measuring(), new Measuring()];
      let at = 0;
      for await (const part of stored.watch(sealFile({ id, key }, plain.watch(source, maxBytes)))) {
        await writeAt(handle, part, at);
        at += part.length;
      }
      return new ReceivedFile(handle, id, key, plain.result(), stored.result());
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  get size(): number {
    return this.plain.bytes;
  }

  /** The plain bytes from a place on: as many as asked for, fewer only at the end. */
  async read(offset: number, length: number): Promise<Buffer> {
    const end = Math.min(offset + length, this.size);
    const parts: Buffer[] = [];
    for (let at = offset; at < end;) {
      const index = Math.floor(at / PIECE);
      const piece = await this.piece(index);
      const part = piece.subarray(at - index * PIECE, end - index * PIECE);
      parts.push(part);
      at += part.length;
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  }

  /** The stored form, from the beginning. */
  async *sealed(): AsyncGenerator<Buffer> {
    for (let at = 0; at < this.stored.bytes;) {
      const part = await readAt(this.handle, at, Math.min(PIECE, this.stored.bytes - at));
      yield part;
      at += part.length;
    }
  }

  /** Lets go of it. Twice is no fault. */
  async close(): Promise<void> {
    await this.handle.close().catch(() => undefined);
  }

  /** Readers go through a file in order, so the last piece opened is most often the next one needed. */
  private async piece(index: number): Promise<Buffer> {
    if (this.last?.index === index) return this.last.plain;
    const start = HEADER.length + index * (PIECE + TAG);
    const length = Math.min(PIECE + TAG, sealedLength(this.size) - start);
    const sealed = await readAt(this.handle, start, length);
    const plain = this.pieces.open(index, index === piecesOf(this.size) - 1, sealed);
    this.last = { index, plain };
    return plain;
  }
}

/** A file without a name: the system forgets it when its process ends, however it ends. */
async function nameless(folder: string): Promise<FileHandle> {
  const path = join(folder, `receiving-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  return handle;
}

async function writeAt(handle: FileHandle, part: Buffer, position: number): Promise<void> {
  for (let done = 0; done < part.length;) {
    const { bytesWritten } = await handle.write(part, done, part.length - done, position + done);
    done += bytesWritten;
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return buffer.subarray(0, done);
}

/** Counts and hashes what passes. */
class Measuring {
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;

  async *watch<Part extends Uint8Array>(source: AsyncIterable<Part>, limit = Infinity): AsyncGenerator<Part> {
    for await (const part of source) {
      this.bytes += part.length;
      if (this.bytes > limit) throw new FileTooLarge(limit);
      this.hash.update(part);
      yield part;
    }
  }

  result(): Measured {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}
