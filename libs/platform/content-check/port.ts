/** Bytes that can be read at any place, without being held in memory. */
export interface ByteSource {
  readonly size: number;
  /** As many bytes as asked for, fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** What the sender says of a file. Not believed: compared. */
export interface Declared {
  readonly name?: string;
  /** As a browser or program put it, with or without parameters. */
  readonly mediaType?: string;
}

/** A file that may be kept, as its bytes show it. */
export interface CheckedContent {
  /** IANA media type, from our own list, never the sender's. */
  readonly mediaType: string;
  /** The sender's name made harmless, with an ending that fits the type. */
  readonly name: string;
}

/** Why a file is not taken. */
export type ContentRefusalCode =
  | 'file-empty'
  /** Of a kind that is not on the list, or of no kind that can be told. */
  | 'content-not-allowed'
  /** Ending or declared type say something else than the bytes. */
  | 'content-not-as-declared'
  /** Can be read as two kinds at once. */
  | 'content-ambiguous'
  /** Needs a password. */
  | 'content-encrypted'
  | 'content-has-macros'
  /** The parts inside do not bear looking at: too many, too large, or not what they claim to be. */
  | 'archive-unsafe'
  | 'image-too-large'
  /** A known sign of harmful content. */
  | 'content-harmful'
  /** There was no time to look at all of it: not the fault of the file. */
  | 'content-check-too-long';
