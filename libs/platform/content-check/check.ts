import { fileTypeFromBuffer } from 'file-type';
import { isRefusal, refuse, type JsonObject, type Refusal } from '#kernel';
import { MOST_PIXELS, pixelsOf } from './image-size.js';
import { cleanName, endingOf } from './names.js';
import { readThrough, type WholeFile } from './pass.js';
import type { ByteSource, CheckedContent, ContentRefusalCode, Declared } from './port.js';
import { declaredFits, DOCX, kindDetected, OFD, TEXT, XLSX, type FileKind } from './types.js';
import { walkZip } from './zip/walk.js';

type ContentRefusal = Refusal<ContentRefusalCode>;

/** What detection looks at. Its own samples are of this length. */
const HEAD = 4_100;
/** A reader of PDF accepts its mark anywhere in here. */
const PDF_MARK_WITHIN = 1_024;
/** The end of an archive with the longest comment. */
const ZIP_END = 22 + 65_535;
/** Everything that is looked at is bounded, so what takes this long was kept waiting by others. */
const LONGEST_CHECK_MS = 60_000;

const no = (code: ContentRefusalCode, facts: JsonObject = {}): ContentRefusal => refuse(code, [], facts);

/**
 * Decides from the bytes what a file is, and whether it may be kept. Nothing is believed of what the sender says: name
 * and type are compared with what was found. Memory is bounded whatever the size; time by `withinMs`.
 */
export async function checkContent(
  source: ByteSource,
  declared: Declared,
  withinMs = LONGEST_CHECK_MS,
): Promise<CheckedContent | ContentRefusal> {
  const signal = AbortSignal.timeout(withinMs);
  try {
    return await check(source, declared, signal);
  } catch (error) {
    if (signal.aborted) return no('content-check-too-long', { seconds: withinMs / 1000 });
    throw error;
  }
}

async function check(
  source: ByteSource,
  declared: Declared,
  signal: AbortSignal,
): Promise<CheckedContent | ContentRefusal> {
  if (source.size === 0) return no('file-empty');
  const whole = await readThrough(source, signal);
  if (whole.hasTestVirus) return no('content-harmful');
  const found = await kindOf(source, whole, signal);
  if (isRefusal(found)) return found;
  const ending = endingOf(declared.name ?? '');
  const fits =
    (ending === undefined || found.endings.includes(ending)) && declaredFits(found, declared.mediaType);
  if (!fits) return no('content-not-as-declared', { found: found.mediaType, endings: [...found.endings] });
  return { mediaType: found.mediaType, name: cleanName(declared.name, found) };
}

async function kindOf(
  source: ByteSource,
  whole: WholeFile,
  signal: AbortSignal,
): Promise<FileKind | ContentRefusal> {
  const head = await source.read(0, HEAD);
  const { mime } = (await detected(head)) ?? {};
  const kind = mime === undefined ? undefined : kindDetected(mime);
  if (kind) return (await objectionTo(kind, source, head)) ?? kind;
  if (startsAsZip(head)) return archiveKind(source, signal);
  if (whole.isText) return TEXT;
  if (mime === 'application/x-cfb' && whole.hasEncryptedPackage) return no('content-encrypted');
  return no('content-not-allowed', mime === undefined ? {} : { found: mime });
}

/** Detection is made for whole files: of a beginning it may find nothing, and must not fail. */
async function detected(head: Uint8Array): Promise<{ readonly mime: string } | undefined> {
  try {
    return await fileTypeFromBuffer(head);
  } catch {
    return undefined;
  }
}

async function objectionTo(
  kind: FileKind,
  source: ByteSource,
  head: Uint8Array,
): Promise<ContentRefusal | undefined> {
  const isPdf = kind.mediaType === 'application/pdf';
  const early = Buffer.from(head.subarray(0, PDF_MARK_WITHIN));
  if (!isPdf && early.includes('%PDF-'))
    return no('content-ambiguous', { kinds: [kind.mediaType, 'application/pdf'] });
  if (await endsAsZip(source)) return no('content-ambiguous', { kinds: [kind.mediaType, 'application/zip'] });
  const pixels = await pixelsOf(source, kind.mediaType);
  return pixels !== undefined && pixels > MOST_PIXELS
    ? no('image-too-large', { pixels, limit: MOST_PIXELS })
    : undefined;
}

async function archiveKind(source: ByteSource, signal: AbortSignal): Promise<FileKind | ContentRefusal> {
  const inside = await walkZip(source, signal);
  if ('fault' in inside) {
    return inside.fault === 'encrypted'
      ? no('content-encrypted')
      : no('archive-unsafe', { reason: inside.fault });
  }
  const { names, types } = inside;
  if (/macroEnabled/i.test(types) || names.some(isMacro)) return no('content-has-macros');
  if (types.includes('wordprocessingml.document.main+xml')) return DOCX;
  if (types.includes('spreadsheetml.sheet.main+xml')) return XLSX;
  if (names.includes('OFD.xml')) return OFD;
  return no('content-not-allowed', { found: 'application/zip' });
}

/** Visual Basic, and the macro sheets of old spreadsheets. */
function isMacro(name: string): boolean {
  return /(?:^|\/)vba(?:Project|Data)[^/]*$|^xl\/macrosheets\//i.test(name);
}

function startsAsZip(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, 4)).equals(Buffer.from('PK\u0003\u0004'));
}

/** Archives are read from their end: one that follows a picture is opened as an archive. */
async function endsAsZip(source: ByteSource): Promise<boolean> {
  const tail = Buffer.from(await source.read(Math.max(0, source.size - ZIP_END), ZIP_END));
  for (
    let at = tail.lastIndexOf('PK\u0005\u0006');
    at >= 0;
    at = tail.lastIndexOf('PK\u0005\u0006', at - 1)
  ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
    if (at === 0) break;
  }
  return false;
}
