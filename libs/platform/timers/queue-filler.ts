import { randomUUID } from 'node:crypto';
import type { WakeUpQueue } from '#platform/queue';
import { callOf, type ComingMoment, jobIdOf } from './moment.js';
import type { TimerTable } from './timer-table.js';

const PAGE = 1000;
const DAY_MS = 86_400_000;

/** Keeps calls in the queue for the moments within the horizon at which timers come due. */
export class QueueFiller {
  /** A call that is never due. When it is gone, the queue has been emptied or restored from an old copy. */
  #sentinel: string | undefined;
  /** Real time up to which the queue has been filled, in ms of {@link performance.now}. */
  #filledTo = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly queue: WakeUpQueue,
    private readonly table: TimerTable,
    private readonly horizonMs: number,
    /**
     * Calls that wait are set anew: where the office's clock is moved they wait by the time as it was, also those of timers
     * that have ended, for a moment that may be another's now.
     */
    private readonly anew: boolean,
    /** Told after each page. */
    private readonly onStep: () => void = () => undefined,
  ) {}

  /** Call at these moments. */
  async schedule(moments: readonly ComingMoment[]): Promise<void> {
    const within = moments.filter(({ dueInMs }) => dueInMs <= this.horizonMs);
    if (within.length > 0) await this.#call(within);
  }

  /**
   * Adds what has come within the horizon since, and everything that is due within `soonMs` in case it
   * got lost; everything there is when the queue has lost its memory. What became due in the last `missedMs`,
   * while the sweep was on its way, is called at once. Rejects when the queue is away.
   */
  async fill(soonMs: number, missedMs: number): Promise<void> {
    const whole = this.#sentinel === undefined || !(await this.queue.has(this.#sentinel));
    const now = performance.now();
    if (whole) await this.#add(-missedMs, this.horizonMs);
    else {
      await this.#add(-missedMs, soonMs);
      await this.#add(Math.max(soonMs, this.#filledTo - now), this.horizonMs);
    }
    this.#filledTo = now + this.horizonMs;
    await this.#renewSentinel();
  }

  /** The office's clock was moved: every call that waits is set to another time. */
  async retime(): Promise<void> {
    await this.#pages(0, this.horizonMs, (moments) => this.#call(moments));
  }

  async #call(moments: readonly ComingMoment[]): Promise<void> {
    if (this.anew) await this.queue.remove(moments.map(({ moment }) => jobIdOf(moment)));
    await this.queue.scheduleMany(moments.map(callOf));
  }

  async #add(fromMs: number, toMs: number): Promise<void> {
    await this.#pages(fromMs, toMs, (moments) => this.#call(moments));
  }

  async #pages(
    fromMs: number,
    toMs: number,
    work: (moments: readonly ComingMoment[]) => Promise<void>,
  ): Promise<void> {
    let after = 0;
    for (;;) {
      const page = await this.table.coming(fromMs, toMs, after, PAGE);
      if (page.length > 0) await work(page);
      this.onStep();
      if (page.length < PAGE) return;
      after = page.at(-1)?.moment ?? after;
    }
  }

  async #renewSentinel(): Promise<void> {
    const before = this.#sentinel;
    const next = `sentinel_${randomUUID()}`;
    await this.queue.schedule({ id: next, delayMs: 365 * DAY_MS, data: {} });
    this.#sentinel = next;
    if (before !== undefined) await this.queue.remove([before]);
  }
}
