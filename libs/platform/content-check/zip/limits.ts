/** How much may be inside a file that is an archive. */
export interface ZipLimits {
  readonly entries: number;
  /** Of everything inside, unpacked. */
  readonly bytes: number;
  /** Unpacked to packed, over the whole file. */
  readonly ratio: number;
}

/** Office files have some dozens of parts and unpack to some ten times their size. */
export const ZIP_LIMITS: ZipLimits = { entries: 2_000, bytes: 200 * 1_048_576, ratio: 100 };
/** A list of parts longer than this belongs to no document. */
export const LONGEST_TYPES = 1_048_576;
