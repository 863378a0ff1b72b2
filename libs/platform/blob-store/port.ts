/** Bytes to keep, announced with their length and hash, so that a store can tell whether all of them arrived. */
export interface NewBlob {
  /** UUID in small letters: opaque, so that a name in the store tells nothing. */
  readonly id: string;
  readonly bytes: number;
  /** Of these bytes, hex. */
  readonly sha256: string;
  /** Begins anew with each call: a store that was interrupted may ask again. */
  readonly read: () => AsyncIterable<Uint8Array>;
}

/** What a store says of bytes that it keeps. */
export interface StoredBlob {
  readonly id: string;
  readonly bytes: number;
  /** UTC instant, by the clock of the store. */
  readonly storedAt: string;
}

/**
 * Where files lie. A store sees encrypted bytes only. What is kept is kept for ever and never changed: who is to be
 * forgotten has their key destroyed. Faults reject with {@link BlobFault}.
 */
export abstract class BlobStore {
  /**
   * Resolves when the bytes will survive a loss of power. The same bytes again under the same id change nothing.
   * Rejects with `blob-exists` (other bytes stand there; they stay), `blob-not-as-announced`, `store-full` or
   * `store-unavailable`; then nothing can be found under this id that could not be found before.
   */
  abstract put(blob: NewBlob): Promise<void>;
  /** The bytes, in pieces. Rejects with `blob-missing`, at the latest with the first piece. */
  abstract open(id: string): AsyncIterable<Buffer>;
  /** What stands under an id; null when nothing does. */
  abstract find(id: string): Promise<StoredBlob | null>;
  /** Everything that is kept, in no order. */
  abstract list(): AsyncIterable<StoredBlob>;
  /** Removes what no event names: the rest of an upload that was not recorded. Of nothing it removes nothing. */
  abstract discard(id: string): Promise<void>;
}
