/** A kind of file that is taken as evidence. One row here adds one; `samples.ts` needs a sample of it. */
export interface FileKind {
  readonly mediaType: string;
  /** Endings that fit, small letters, the usual one first. */
  readonly endings: readonly [string, ...string[]];
  /** What detection and browsers call it beside the media type. */
  readonly aliases: readonly string[];
}

const kind = (
  mediaType: string,
  endings: FileKind['endings'],
  aliases: readonly string[] = [],
): FileKind => ({ mediaType, endings, aliases });

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Told by their first bytes. */
const BY_FIRST_BYTES: readonly FileKind[] = [
  kind('image/jpeg', ['jpg', 'jpeg'], ['image/jpg', 'image/pjpeg']),
  kind('image/png', ['png'], ['image/apng']),
  kind('image/webp', ['webp']),
  kind('image/heic', ['heic', 'heif'], ['image/heif', 'image/heic-sequence', 'image/heif-sequence']),
  kind('application/pdf', ['pdf']),
  kind('audio/mpeg', ['mp3'], ['audio/mp3']),
  kind('audio/mp4', ['m4a'], ['audio/x-m4a', 'audio/m4a']),
  kind('audio/wav', ['wav'], ['audio/x-wav', 'audio/wave', 'audio/vnd.wave']),
  kind('audio/amr', ['amr']),
  // Many telephones write sound into a file of this kind and call it .m4a.
  kind('video/mp4', ['mp4', 'm4v', 'm4a'], ['video/x-m4v', 'audio/mp4', 'audio/x-m4a', 'audio/m4a']),
  kind('video/quicktime', ['mov']),
];

/** Told by the parts inside. */
export const DOCX = kind(`${OFFICE}.wordprocessingml.document`, ['docx']);
export const XLSX = kind(`${OFFICE}.spreadsheetml.sheet`, ['xlsx']);
/** 版式文档 (GB/T 33190): what electronic invoices and notices come in. */
export const OFD = kind('application/ofd', ['ofd'], ['application/x-ofd']);
/** Told by there being nothing else in it. */
export const TEXT = kind('text/plain', ['txt']);

/** Everything that is taken. */
export const FILE_KINDS: readonly FileKind[] = [...BY_FIRST_BYTES, DOCX, XLSX, OFD, TEXT];

/** The kind that detection by first bytes names, if it is on the list. */
export function kindDetected(mime: string): FileKind | undefined {
  return (
    BY_FIRST_BYTES.find(({ mediaType }) => mediaType === mime) ??
    BY_FIRST_BYTES.find(({ aliases }) => aliases.includes(mime))
  );
}

/** What senders write who do not know. */
const UNDECLARED = ['', 'application/octet-stream', 'binary/octet-stream'];

/** Whether a declared media type (parameters are ignored) goes with a kind. */
export function declaredFits({ mediaType, aliases }: FileKind, declared: string | undefined): boolean {
  const plain = (declared ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return UNDECLARED.includes(plain) || plain === mediaType || aliases.includes(plain);
}
