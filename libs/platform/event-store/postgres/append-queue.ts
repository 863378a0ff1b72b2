import { StoreUnavailable } from '../errors.js';
import type { AppendOutcome } from '../port.js';
import type { EncodedAppend } from '../request.js';

/** What became of one append of a batch: its outcome, or the fault that is its alone. */
export type Answer = AppendOutcome | Error;

/** Writes a batch as one statement; answers each append in turn, or rejects for all of them. */
export type WriteBatch = (batch: readonly EncodedAppend[]) => Promise<readonly Answer[]>;

interface Waiting {
  readonly append: EncodedAppend;
  readonly resolve: (outcome: AppendOutcome) => void;
  readonly reject: (fault: unknown) => void;
}

const MAX_BATCH = 64;
const MAX_BATCH_BYTES = 1024 * 1024;
const MAX_WAITING = 10_000;

/**
 * Gathers appends into batches: what arrives while one batch is being written forms the next, at most
 * 64 appends and (beyond the first) 1 MiB. When 10,000 are waiting, more are refused at once.
 */
export class AppendQueue {
  private waiting: Waiting[] = [];
  private busy = false;
  private closed = false;
  private drained: () => void = () => undefined;

  constructor(private readonly write: WriteBatch) {}

  add(append: EncodedAppend): Promise<AppendOutcome> {
    if (this.closed) return Promise.reject(new StoreUnavailable('the store is closed'));
    if (this.waiting.length >= MAX_WAITING) {
      return Promise.reject(new StoreUnavailable(`${MAX_WAITING} appends are waiting already`));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ append, resolve, reject });
      if (!this.busy) this.next();
    });
  }

  /** Takes no more; resolves when everything taken has its answer. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.busy) await new Promise<void>((resolve) => (this.drained = resolve));
  }

  /** A turn of the event loop later, so that the callers who were just answered can join the batch. */
  private next(): void {
    this.busy = true;
    setImmediate(() => void this.run());
  }

  private async run(): Promise<void> {
    const batch = this.take();
    try {
      const answers = await this.write(batch.map(({ append }) => append));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index] ?? new Error('the store left an append without an answer');
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      }
    } catch (fault) {
      for (const { reject } of batch) reject(fault);
    }
    if (this.waiting.length > 0) return this.next();
    // Callers answered just now append again before the next turn: they find it busy and are gathered.
    setImmediate(() => {
      if (this.waiting.length > 0) return void this.run();
      this.busy = false;
      this.drained();
    });
  }

  private take(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { append } of this.waiting) {
      bytes += append.bytes;
      if (count === MAX_BATCH || (count > 0 && bytes > MAX_BATCH_BYTES)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }
}
