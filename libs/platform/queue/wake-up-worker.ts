import { performance } from 'node:perf_hooks';
import { DelayedError, type Job } from 'bullmq';
import type { AnyWorker, Data } from './backend.js';
import type { WakeUpHandler } from './port.js';

export interface WakeUpWorkerOptions {
  readonly open: (processor: (job: Job<Data>, token?: string) => Promise<void>) => AnyWorker;
  readonly handler: WakeUpHandler;
  /** What a canary leaves behind. */
  readonly onCanary: () => Promise<unknown>;
  readonly onError: (error: unknown) => void;
}

const CLOSE_MS = 5000;
const LOOK_MS = 20;
/** A worker whose store refuses it asks again at once, for ever. So many errors a second are taken for that. */
const STORM_ERRORS = 30;
const STORM_PAUSE_MS = 5000;

/** A BullMQ worker that can be replaced when it has stopped, which it does not say by itself. */
export class WakeUpWorker {
  readonly #options: WakeUpWorkerOptions;
  #worker: AnyWorker | undefined;
  #closed = false;
  #errors: number[] = [];
  #restart: NodeJS.Timeout | undefined;
  /** Jobs this process has begun to answer, canaries included. */
  answered = 0;
  replaced = 0;
  canaryAnsweredAt: number | null = null;

  constructor(options: WakeUpWorkerOptions) {
    this.#options = options;
    this.#open();
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Whether the worker has begun a job since it had begun that many, waiting for so long. */
  async heardSince(answered: number, ms: number): Promise<boolean> {
    for (
      const end = performance.now() + ms;
      performance.now() < end && this.answered === answered && !this.closed;
    ) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return this.answered > answered;
  }

  async replace(why: string): Promise<void> {
    if (this.#closed) return;
    // One that rests after a storm of errors is not to come back beside the new one.
    clearTimeout(this.#restart);
    this.replaced += 1;
    this.#options.onError(new Error(`a worker was replaced: ${why}`));
    await this.#letGo(true);
    if (!this.#closed) this.#open();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#restart);
    await this.#letGo(false);
  }

  #open(): void {
    const worker = this.#options.open((job, token) => this.#answer(job, token));
    worker.on('error', (error) => this.#noteError(error, worker));
    this.#worker = worker;
  }

  async #answer(job: Job<Data>, token: string | undefined): Promise<void> {
    this.answered += 1;
    if (job.name === 'canary') {
      this.canaryAnsweredAt = Date.now();
      // It has come through; where its trace cannot be left, the database is away, which others notice.
      await this.#options.onCanary().catch(this.#options.onError);
      return;
    }
    try {
      const answer = await this.#options.handler({ id: job.id ?? '', data: job.data });
      if (answer === undefined) return;
      await job.moveToDelayed(Date.now() + Math.max(1, Math.ceil(answer.againInMs)), token);
    } catch (error) {
      this.#options.onError(error);
      return;
    }
    throw new DelayedError();
  }

  #noteError(error: unknown, worker: AnyWorker): void {
    if (worker !== this.#worker) return;
    this.#options.onError(error);
    const now = performance.now();
    this.#errors = [...this.#errors.filter((at) => now - at < 1000), now];
    if (this.#errors.length < STORM_ERRORS) return;
    this.#errors = [];
    this.#worker = undefined;
    void forced(worker);
    this.replaced += 1;
    this.#restart = setTimeout(() => {
      if (!this.#closed) this.#open();
    }, STORM_PAUSE_MS);
  }

  /** `close()` waits for jobs and connections that may never end; a worker that has stopped is left behind. */
  async #letGo(force: boolean): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    if (worker === undefined) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, CLOSE_MS);
    });
    await Promise.race([force ? forced(worker) : worker.close().catch(() => undefined), enough]);
    clearTimeout(timer);
  }
}

function forced(worker: AnyWorker): Promise<void> {
  return worker.close(true).catch(() => undefined);
}
