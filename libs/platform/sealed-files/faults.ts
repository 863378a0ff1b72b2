/** What went wrong with an encrypted file. */
export type SealedFileFaultCode =
  /** The bytes do not open: altered, cut short, put in another order, of another file, or another key. */
  | 'file-altered'
  /** A file key is 32 bytes in base64. */
  | 'file-key-unfit';

/** A fault (never a refusal). Its message names the opaque id of the file at most. */
export class SealedFileFault extends Error {
  override readonly name = 'SealedFileFault';

  constructor(
    readonly code: SealedFileFaultCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** More was sent than is taken. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';

  constructor(readonly limitBytes: number) {
    super('file-too-large');
  }
}
