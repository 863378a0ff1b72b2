import type { KeyObject } from 'node:crypto';

/** The longest an erased person's key may stay usable in a running process. */
export const LONGEST_CACHE_MS = 5 * 60_000;

/** Unwrapped keys, least recently used out first, none older than its time to live. */
export class KeyCache {
  private readonly entries = new Map<string, { readonly key: KeyObject; readonly until: number }>();

  /** `now` in milliseconds of a clock that only goes forward. */
  constructor(
    private readonly capacity: number,
    private readonly ttlMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    if (!(ttlMs > 0 && ttlMs <= LONGEST_CACHE_MS)) {
      throw new RangeError(`keys are cached for at most ${LONGEST_CACHE_MS} ms`);
    }
    if (capacity < 1) throw new RangeError('a cache holds at least one key');
  }

  get size(): number {
    return this.entries.size;
  }

  get(subject: string): KeyObject | undefined {
    const entry = this.entries.get(subject);
    if (!entry) return undefined;
    this.entries.delete(subject);
    if (entry.until <= this.now()) return undefined;
    this.entries.set(subject, entry);
    return entry.key;
  }

  put(subject: string, key: KeyObject): void {
    this.entries.delete(subject);
    this.entries.set(subject, { key, until: this.now() + this.ttlMs });
    if (this.entries.size <= this.capacity) return;
    const oldest = this.entries.keys().next();
    if (!oldest.done) this.entries.delete(oldest.value);
  }

  forget(subject: string): void {
    this.entries.delete(subject);
  }
}
