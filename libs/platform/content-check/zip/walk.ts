import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { ByteSource } from '../port.js';
import { LONGEST_TYPES, ZIP_LIMITS, type ZipLimits } from './limits.js';
import { SourceReader } from './source-reader.js';

/** Why an archive is not taken. */
export type ZipFault =
  | 'broken'
  | 'encrypted'
  | 'too-many-entries'
  | 'too-large-unpacked'
  | 'packed-too-tightly'
  | 'entries-overlap'
  | 'name-twice'
  | 'name-unsafe'
  | 'not-a-file'
  | 'compression-unknown';

/** What is inside. */
export interface ZipContents {
  readonly names: readonly string[];
  /** The list of parts of an Office file; empty when there is none. */
  readonly types: string;
}

class Unsafe extends Error {
  constructor(readonly fault: ZipFault) {
    super(fault);
  }
}

const FIXED_HEADER = 30;
const SYMBOLIC_LINK = 0o120000;
const FILE_TYPE = 0o170000;

/**
 * Walks through an archive without writing anything of it anywhere: first its list of contents against the limits, then
 * each part is unpacked into nothing, so that a part that is larger than it claims is found too.
 */
export async function walkZip(
  source: ByteSource,
  signal: AbortSignal,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<ZipContents | { readonly fault: ZipFault }> {
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      autoClose: false,
      strictFileNames: true,
    });
    const entries = await listed(zip, source.size, limits, signal);
    return await unpacked(zip, entries, signal);
  } catch (error) {
    if (error instanceof Unsafe) return { fault: error.fault };
    signal.throwIfAborted();
    return { fault: faultOf(error as Error) };
  }
}

async function listed(
  zip: ZipFile,
  size: number,
  limits: ZipLimits,
  signal: AbortSignal,
): Promise<readonly Entry[]> {
  if (zip.entryCount > limits.entries) throw new Unsafe('too-many-entries');
  const entries: Entry[] = [];
  const names = new Set<string>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    signal.throwIfAborted();
    checkEntry(entry);
    bytes += entry.uncompressedSize;
    if (bytes > limits.bytes) throw new Unsafe('too-large-unpacked');
    const name = entry.fileName.toLowerCase();
    if (names.has(name)) throw new Unsafe('name-twice');
    names.add(name);
    entries.push(entry);
  }
  if (bytes > size * limits.ratio) throw new Unsafe('packed-too-tightly');
  checkOverlap(entries);
  return entries;
}

function checkEntry(entry: Entry): void {
  if (entry.isEncrypted()) throw new Unsafe('encrypted');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new Unsafe('compression-unknown');
  const mode = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (mode === SYMBOLIC_LINK) throw new Unsafe('not-a-file');
}

/** Parts that share their bytes make a small file unpack to any size. */
function checkOverlap(entries: readonly Entry[]): void {
  const places = entries
    .map(({ relativeOffsetOfLocalHeader: start, fileNameLength, compressedSize }) => ({
      start,
      end: start + FIXED_HEADER + fileNameLength + compressedSize,
    }))
    .sort((a, b) => a.start - b.start);
  places.forEach(({ start }, index) => {
    const before = places[index - 1];
    if (before && start < before.end) throw new Unsafe('entries-overlap');
  });
}

async function unpacked(zip: ZipFile, entries: readonly Entry[], signal: AbortSignal): Promise<ZipContents> {
  let types = '';
  for (const entry of entries) {
    const wanted = entry.fileName === '[Content_Types].xml';
    if (wanted && entry.uncompressedSize > LONGEST_TYPES) throw new Unsafe('too-large-unpacked');
    const parts: Buffer[] = [];
    // Its length is checked on the way: more or fewer bytes than the entry claims end in an error.
    for await (const part of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      signal.throwIfAborted();
      if (wanted) parts.push(part);
    }
    if (wanted) types = Buffer.concat(parts).toString('utf8');
  }
  return { names: entries.map(({ fileName }) => fileName), types };
}

/** The reader tells its faults in words only. */
function faultOf({ message }: Error): ZipFault {
  if (/encrypt/i.test(message)) return 'encrypted';
  if (/absolute path|invalid relative path|invalid characters in fileName/i.test(message))
    return 'name-unsafe';
  return 'broken';
}
