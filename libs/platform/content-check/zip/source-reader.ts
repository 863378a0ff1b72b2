import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { ByteSource } from '../port.js';

const PART = 65_536;

/** Lets the zip reader read a {@link ByteSource}. */
export class SourceReader extends yauzl.RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.range(start, end), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.source.read(position, length).then(
      (part) => {
        buffer.set(part, offset);
        callback(null, part.length);
      },
      (error: Error) => callback(error),
    );
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }

  private async *range(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end;) {
      const part = await this.source.read(at, Math.min(PART, end - at));
      if (part.length === 0) throw new Error('the archive ends too early');
      yield part;
      at += part.length;
    }
  }
}
