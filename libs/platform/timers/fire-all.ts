import { performance } from 'node:perf_hooks';
import { addMilliseconds } from '#kernel';
import type { Firing } from './firing.js';
import type { LoadedTimer } from './timer.js';
import type { TimerCursor, TimerPage } from './timer-table.js';

const PAGE = 500;

/** Due timers, the first of each of so many clocks after the cursor. */
export type PageOfTimers = (after: TimerCursor | undefined, clocks: number) => Promise<TimerPage>;

/**
 * Fires them all, so many at a time, page by page; the next page is read while one is worked off. Between pages
 * everybody else gets a turn. Returns after how many ms the first of those that went wrong may be tried again;
 * infinity where none did. `onStep` is told after each.
 */
export async function fireAll(
  page: PageOfTimers,
  firing: Firing,
  options: { readonly concurrency: number; readonly signal?: AbortSignal; readonly onStep?: () => void },
): Promise<number> {
  const { concurrency, signal, onStep } = options;
  const timers = new TimersInPages(page);
  let againInMs = Number.POSITIVE_INFINITY;
  const one = async (): Promise<void> => {
    for (let timer = await timers.next(); timer && !signal?.aborted; timer = await timers.next()) {
      const answer = await firing.fire(timer);
      onStep?.();
      if (answer !== undefined) againInMs = Math.min(againInMs, answer.againInMs);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  return againInMs;
}

/** A page of timers, and when it was there, in ms of {@link performance.now}. */
interface ReadPage extends TimerPage {
  readonly at: number;
}

const END: ReadPage = { timers: [], at: 0 };

/** Hands out timers one by one, to any number of takers. */
class TimersInPages {
  #page = END;
  #taken = 0;
  #more: Promise<ReadPage>;
  #turning: Promise<void> | undefined;

  constructor(private readonly read: PageOfTimers) {
    this.#more = this.#ask(undefined);
  }

  /** The next one. It has waited since its page was read, and its `now` with it. */
  async next(): Promise<LoadedTimer | undefined> {
    while (this.#taken === this.#page.timers.length) {
      this.#turning ??= this.#turn().finally(() => (this.#turning = undefined));
      await this.#turning;
      if (this.#page.timers.length === 0) return undefined;
    }
    const timer = this.#page.timers[this.#taken++];
    if (timer === undefined) return undefined;
    const waitedMs = Math.floor(performance.now() - this.#page.at);
    return { ...timer, now: addMilliseconds(timer.now, waitedMs) };
  }

  async #turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#taken = 0;
    do {
      this.#page = await this.#more;
      const { next } = this.#page;
      this.#more = next === undefined ? Promise.resolve(END) : this.#ask(next);
      // Of a whole page of clocks all may wait for a person.
    } while (this.#page.timers.length === 0 && this.#page.next !== undefined);
  }

  #ask(after: TimerCursor | undefined): Promise<ReadPage> {
    const page = this.read(after, PAGE).then((read) => ({ ...read, at: performance.now() }));
    // Who takes the last of this page hears of it.
    page.catch(() => undefined);
    return page;
  }
}
