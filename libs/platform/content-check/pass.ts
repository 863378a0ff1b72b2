import type { ByteSource } from './port.js';

const PART = 65_536;
/** The string that the makers of virus scanners agreed on for trying them out; written apart so that this file is not found. */
const TEST_VIRUS = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);
/** A part of its own in an Office file that has a password, named in UTF-16. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
const LONGEST_WANTED = TEST_VIRUS.length - 1;
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
  const text = new TextCheck();
  let [hasTestVirus, hasEncryptedPackage] = [false, false];
  let seen: Buffer = Buffer.alloc(0);
  for (let at = 0; at < source.size; at += PART) {
    signal.throwIfAborted();
    const part = Buffer.from(await source.read(at, PART));
    text.look(part);
    // What is looked for may lie across the border of two parts.
    seen = Buffer.concat([seen.subarray(-LONGEST_WANTED), part]);
    hasTestVirus ||= seen.includes(TEST_VIRUS);
    hasEncryptedPackage ||= seen.includes(ENCRYPTED_PACKAGE);
  }
  return { hasTestVirus, hasEncryptedPackage, isText: text.holds() };
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
