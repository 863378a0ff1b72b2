import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { AnyQueue, Fitness, QueueBackend } from './backend.js';
import {
  QueueUnavailable,
  type WakeUpCall,
  type WakeUpHandler,
  type QueueStatus,
  WakeUpQueue,
} from './port.js';
import { WakeUpWorker } from './wake-up-worker.js';

export interface BullWakeUpQueueOptions {
  readonly backend: QueueBackend;
  /** Name of the queue, without `:`. */
  readonly name: string;
  /** Calls answered at a time by this process. Default 50. */
  readonly concurrency?: number;
  /** How often a canary is sent, and how long it may take, in ms. Default 30,000 and 10,000. */
  readonly canaryEveryMs?: number;
  readonly canaryTimeoutMs?: number;
  /** The effect of a canary: leaves a sign of life that others can see. */
  readonly onCanary?: () => Promise<unknown>;
  readonly onError?: (error: unknown) => void;
}

const CALL_MS = 3000;
const CLOSE_MS = 1000;
const AWAY_MS = 1000;
const BULK_MS = 30_000;
const BULK = 1000;
/** Nothing is kept of what is done: a kept job would block its id. */
const LEAVE_NOTHING = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;

/** A {@link WakeUpQueue} on BullMQ. */
export class BullWakeUpQueue extends WakeUpQueue {
  readonly #options: Required<BullWakeUpQueueOptions>;
  readonly #queue: AnyQueue;
  readonly #warnings: readonly string[];
  #worker: WakeUpWorker | undefined;
  #watch: NodeJS.Timeout | undefined;
  #canary: Promise<boolean> | undefined;
  #reachable: boolean;
  #lastError: string | null = null;
  #deafSince: number | null = null;

  private constructor(options: Required<BullWakeUpQueueOptions>, { reachable, warnings }: Fitness) {
    super();
    this.#options = options;
    this.#reachable = reachable;
    this.#warnings = warnings;
    this.#queue = options.backend.openQueue(options.name);
    this.#queue.on('error', (error) => this.#noteError(error));
  }

  /** Opens the queue. Rejects when its place is not fit for one, e.g. without its tables. */
  static async open(options: BullWakeUpQueueOptions): Promise<BullWakeUpQueue> {
    const complete = {
      concurrency: 50,
      canaryEveryMs: 30_000,
      canaryTimeoutMs: 10_000,
      onCanary: () => Promise.resolve(),
      onError: () => undefined,
      ...options,
    };
    return new BullWakeUpQueue(complete, await options.backend.prepare());
  }

  override async schedule(call: WakeUpCall): Promise<void> {
    const { id, data, delayMs } = call;
    await this.#ask('take a call', CALL_MS, () =>
      this.#queue.add('call', data, { ...LEAVE_NOTHING, jobId: id, delay: delayOf(delayMs) }),
    );
  }

  override async scheduleMany(calls: readonly WakeUpCall[]): Promise<void> {
    const asked = performance.now();
    for (let from = 0; from < calls.length; from += BULK) {
      // The later ones wait for the earlier ones to be taken; they are not to be called any later for that.
      const waited = performance.now() - asked;
      const jobs = calls.slice(from, from + BULK).map(({ id, data, delayMs }) => ({
        name: 'call',
        data,
        opts: { ...LEAVE_NOTHING, jobId: id, delay: delayOf(delayMs - waited) },
      }));
      await this.#ask('take the calls', BULK_MS, () => this.#queue.addBulk(jobs));
    }
  }

  override async remove(ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += BULK) {
      const some = ids.slice(from, from + BULK);
      await this.#ask('remove calls', BULK_MS, () => Promise.all(some.map((id) => this.#queue.remove(id))));
    }
  }

  override async has(id: string): Promise<boolean> {
    return (await this.#ask('look a call up', CALL_MS, () => this.#queue.getJobState(id))) !== 'unknown';
  }

  override process(handler: WakeUpHandler): void {
    if (this.#worker !== undefined) throw new Error('this queue has its handler already');
    const { backend, name, concurrency, onCanary } = this.#options;
    this.#worker = new WakeUpWorker({
      open: (processor) => backend.openWorker(name, concurrency, processor),
      handler,
      onCanary,
      onError: (error) => this.#noteError(error),
    });
    this.#sendCanaryIn(0);
  }

  override canary(): Promise<boolean> {
    this.#canary ??= this.#sendCanary().finally(() => (this.#canary = undefined));
    return this.#canary;
  }

  /** A queue that is away, or not yet there, is asked again soon. */
  #sendCanaryIn(ms: number): void {
    const { canaryEveryMs } = this.#options;
    this.#watch = setTimeout(() => {
      void this.canary()
        .then(() => canaryEveryMs)
        .catch(() => Math.min(AWAY_MS, canaryEveryMs))
        .then((nextMs) => {
          if (this.#worker?.closed === false) this.#sendCanaryIn(nextMs);
        });
    }, ms);
    this.#watch.unref();
  }

  async #sendCanary(): Promise<boolean> {
    const worker = this.#worker;
    if (worker === undefined) return true;
    const id = `canary_${randomUUID()}`;
    const sent = worker.answered;
    const sentAt = performance.now();
    await this.#ask('take a canary', CALL_MS, () =>
      this.#queue.add('canary', {}, { ...LEAVE_NOTHING, jobId: id }),
    );
    const heard = await worker.heardSince(sent, this.#options.canaryTimeoutMs);
    // Another process may have answered it. While it is still there, nobody has.
    if (heard || worker.closed || !(await this.has(id))) {
      this.#deafSince = null;
      return true;
    }
    this.#deafSince ??= sentAt;
    await worker.replace('it left a canary unanswered');
    await this.remove([id]);
    return false;
  }

  override deafSince(): number | null {
    return this.#reachable ? this.#deafSince : null;
  }

  override status(): QueueStatus {
    return {
      backend: this.#options.backend.kind,
      reachable: this.#reachable,
      canaryAnsweredAt: this.#worker?.canaryAnsweredAt ?? null,
      workersReplaced: this.#worker?.replaced ?? 0,
      warnings: this.#warnings,
      lastError: this.#lastError,
    };
  }

  override async close(): Promise<void> {
    clearTimeout(this.#watch);
    await this.#worker?.close();
    // Closing a connection that was never there waits for it for ever.
    await within(CLOSE_MS, this.#queue.close()).catch(() => this.#queue.disconnect().catch(() => undefined));
  }

  async #ask<T>(what: string, ms: number, call: () => Promise<T>): Promise<T> {
    try {
      const answer = await within(ms, call());
      this.#reachable = true;
      return answer;
    } catch (error) {
      this.#reachable = false;
      this.#noteError(error);
      throw new QueueUnavailable(what, { cause: error });
    }
  }

  #noteError(error: unknown): void {
    this.#lastError = error instanceof Error ? error.message : String(error);
    this.#options.onError(error);
  }
}

function delayOf(delayMs: number): number {
  return Math.max(0, Math.ceil(delayMs));
}

/** The answer, or a rejection when there is none in time. A late answer or error is dropped. */
export async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  answer.catch(() => undefined);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
