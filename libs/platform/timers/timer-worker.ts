import { NotBuiltYet } from '#platform/projections';
import type { WakeUpAnswer, WakeUpQueue } from '#platform/queue';
import { fireAll } from './fire-all.js';
import type { Firing } from './firing.js';
import type { Moment } from './moment.js';
import type { TimerTable } from './timer-table.js';

const AT_ONCE = 32;
const AGAIN_MS = 1000;

/** Answers the queue's calls. Any number of processes may; the table and the aggregate decide, not the call. */
export class TimerWorker {
  readonly #stopping = new AbortController();

  constructor(
    private readonly queue: WakeUpQueue,
    private readonly table: TimerTable,
    private readonly firing: Firing,
  ) {}

  start(): void {
    this.queue.process(({ data }) => this.#answer(data['moment']));
  }

  /** Begins no more timers; those under way are finished. */
  stop(): void {
    this.#stopping.abort();
  }

  async #answer(moment: unknown): Promise<WakeUpAnswer> {
    if (typeof moment !== 'number') return undefined;
    try {
      return await this.#fire(moment);
    } catch (error) {
      // The projector of this release builds the table, or that of another release does no longer.
      if (error instanceof NotBuiltYet) return { againInMs: AGAIN_MS };
      throw error;
    }
  }

  async #fire(moment: Moment): Promise<WakeUpAnswer> {
    const dueInMs = await this.table.until(moment);
    if (dueInMs > 0) return { againInMs: dueInMs };
    const page = this.table.dueAt.bind(this.table, moment);
    const againInMs = await fireAll(page, this.firing, {
      concurrency: AT_ONCE,
      signal: this.#stopping.signal,
    });
    return Number.isFinite(againInMs) ? { againInMs } : undefined;
  }
}
