import type { Firing } from './firing.js';
import type { LoadedTimer } from './timer.js';
import type { TimerCursor } from './timer-table.js';

const PAGE = 500;

/** A page of due timers, oldest first, after the cursor. */
export type PageOfTimers = (after: TimerCursor | undefined, limit: number) => Promise<readonly LoadedTimer[]>;

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

/** Hands out timers one by one, to any number of takers. */
class TimersInPages {
  #page: readonly LoadedTimer[] = [];
  #taken = 0;
  #more: Promise<readonly LoadedTimer[]>;
  #turning: Promise<void> | undefined;

  constructor(private readonly read: PageOfTimers) {
    this.#more = this.#ask(undefined);
  }

  async next(): Promise<LoadedTimer | undefined> {
    while (this.#taken === this.#page.length) {
      this.#turning ??= this.#turn().finally(() => (this.#turning = undefined));
      await this.#turning;
      if (this.#page.length === 0) return undefined;
    }
    return this.#page[this.#taken++];
  }

  async #turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#page = await this.#more;
    this.#taken = 0;
    this.#more = this.#page.length === PAGE ? this.#ask(this.#page.at(-1)) : Promise.resolve([]);
  }

  #ask(after: TimerCursor | undefined): Promise<readonly LoadedTimer[]> {
    const page = this.read(after, PAGE);
    // Who takes the last of this page hears of it.
    page.catch(() => undefined);
    return page;
  }
}
