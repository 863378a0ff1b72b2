import { performance } from 'node:perf_hooks';
import { addMilliseconds } from '#kernel';
import type { Fired, Firing } from './firing.js';
import type { LoadedTimer } from './timer.js';
import type { TimerCursor, TimerPage } from './timer-table.js';

/** Clocks of a page. */
const PAGE = 200;
/** A timer whose command has not come back by then is left under way, and holds up neither its clock nor the rest. */
const PATIENCE_MS = 5000;

/** Due timers of so many clocks after the cursor. */
export type PageOfTimers = (after: TimerCursor | undefined, clocks: number) => Promise<TimerPage>;

export interface FireAllOptions {
  /** Clocks at a time. */
  readonly concurrency: number;
  /** How long a command is waited for, in ms. Default 5000. */
  readonly patienceMs?: number;
  /** A clock that has rung is left for this time: what that does to its other timers stands in the table only then. */
  readonly oneOfEach?: boolean;
  readonly signal?: AbortSignal;
  /** Told after each timer and before each page. */
  readonly onStep?: () => void;
}

/**
 * Fires them all, so many clocks at a time and those of a clock one after the other, page by page; the next page is read
 * while one is worked off. Between pages everybody else gets a turn. Returns after how many ms the first of those that
 * went wrong may be tried again; infinity where none did.
 */
export async function fireAll(page: PageOfTimers, firing: Firing, options: FireAllOptions): Promise<number> {
  const { concurrency, patienceMs = PATIENCE_MS, oneOfEach = false, signal, onStep } = options;
  const clocks = new ClocksInPages(page, () => {
    onStep?.();
    return signal?.aborted !== true;
  });
  let againInMs = Number.POSITIVE_INFINITY;
  const one = async (): Promise<void> => {
    for (let timers = await clocks.next(); timers.length > 0; timers = await clocks.next()) {
      for (const timer of timers) {
        if (signal?.aborted) return;
        const fired = await patiently(firing.fire(timer), patienceMs);
        onStep?.();
        if (fired === 'done' && oneOfEach) break;
        if (typeof fired === 'object') againInMs = Math.min(againInMs, fired.againInMs);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  return againInMs;
}

/** `left` when it has not come back in time. */
async function patiently(fired: Promise<Fired>, ms: number): Promise<Fired> {
  let timeout: NodeJS.Timeout | undefined;
  const late = new Promise<Fired>((resolve) => {
    timeout = setTimeout(() => resolve('left'), ms);
  });
  return Promise.race([fired, late]).finally(() => clearTimeout(timeout));
}

/** A page of timers, and when it was there, in ms of {@link performance.now}. */
interface ReadPage extends TimerPage {
  readonly at: number;
}

const END: ReadPage = { timers: [], at: 0 };

/** Hands out the timers of one clock after the other, to any number of takers. */
class ClocksInPages {
  #page = END;
  #taken = 0;
  #more: Promise<ReadPage>;
  #turning: Promise<void> | undefined;

  constructor(
    private readonly read: PageOfTimers,
    /** Asked before each page whether to go on. */
    private readonly goOn: () => boolean,
  ) {
    this.#more = this.#ask(undefined);
  }

  /** The timers of the next clock; none at the end. They have waited since their page was read, and their `now` with them. */
  async next(): Promise<readonly LoadedTimer[]> {
    while (this.#taken === this.#page.timers.length) {
      this.#turning ??= this.#turn().finally(() => (this.#turning = undefined));
      await this.#turning;
      if (this.#page === END) return [];
    }
    const { timers, at } = this.#page;
    const first = this.#taken;
    while (timers[this.#taken]?.clock === timers[first]?.clock) this.#taken += 1;
    const waitedMs = Math.floor(performance.now() - at);
    return timers
      .slice(first, this.#taken)
      .map((timer) => ({ ...timer, now: addMilliseconds(timer.now, waitedMs) }));
  }

  /** The page and the place in it change together: who comes meanwhile finds the old page worked off, and waits, too. */
  async #turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const page = this.goOn() ? await this.#more : END;
    this.#more = page.next === undefined ? Promise.resolve(END) : this.#ask(page.next);
    [this.#page, this.#taken] = [page, 0];
  }

  #ask(after: TimerCursor | undefined): Promise<ReadPage> {
    const page = this.read(after, PAGE).then((read) => ({ ...read, at: performance.now() }));
    // Who takes the last of this page hears of it.
    page.catch(() => undefined);
    return page;
  }
}
