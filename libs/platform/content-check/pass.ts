import type { ByteSource } from './port.js';

const PART = 65_536;
/** The string that the makers of virus scanners agreed on for trying them out; written apart so that this file is not found. */
const TEST_VIRUS = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);
/** A part of its own in an Office file that has a password, named in UTF-16. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
/** What no text has: control characters other than tab, line feed, form feed and carriage return. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f]/;

/** What one reading of the whole file showed. */
export interface WholeFile {
  readonly hasTestVirus: boolean;
  readonly hasEncryptedPackage: boolean;
  /** UTF-8 throughout, and nothing in it but text. */
  readonly isText: boolean;
}

/** Reads a file from beginning to end, part by part. Rejects with the reason of the signal when that is given. */
export async function readThrough(source: ByteSource, signal: AbortSignal): Promise<WholeFile> {
  const virus = new Finding(TEST_VIRUS);
  const encrypted = new Finding(ENCRYPTED_PACKAGE);
  const text = new TextCheck();
  for (let at = 0; at < source.size; at += PART) {
    signal.throwIfAborted();
    const part = Buffer.from(await source.read(at, PART));
    virus.look(part);
    encrypted.look(part);
    text.look(part);
  }
  return { hasTestVirus: virus.found, hasEncryptedPackage: encrypted.found, isText: text.holds() };
}

/** Looks for bytes in parts that follow one another, also across their borders. */
class Finding {
  found = false;
  private tail = Buffer.alloc(0);

  constructor(private readonly wanted: Buffer) {}

  look(part: Buffer): void {
    if (this.found) return;
    const seen = Buffer.concat([this.tail, part]);
    this.found = seen.includes(this.wanted);
    this.tail = Buffer.from(seen.subarray(-(this.wanted.length - 1)));
  }
}

class TextCheck {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private isText = true;

  look(part: Buffer): void {
    if (this.isText) this.isText = this.decodes(part);
  }

  holds(): boolean {
    return this.isText && this.decodes();
  }

  /** Without a part it is the end: half a character left over is none. */
  private decodes(part?: Buffer): boolean {
    try {
      return !CONTROL.test(this.utf8.decode(part, { stream: part !== undefined }));
    } catch {
      return false;
    }
  }
}
