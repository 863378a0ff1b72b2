import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import { failPoint } from '#platform/failpoint';
import { messageOf } from '#platform/postgres';
import { type FireTimer, type LoadedTimer, settingOf } from './timer.js';

export interface FiringOptions {
  readonly pool: Pool;
  readonly fire: FireTimer;
  /** After so many attempts that went wrong a timer is parked, and a person has to look. Default 8. */
  readonly attempts?: number;
  /** Pause after the first attempt that went wrong, in ms; doubled each time, five minutes at most. Default 1000. */
  readonly backoffMs?: number;
  /** A timer that was answered `done` and is still pending after so long has gone wrong. Default 15,000. */
  readonly settleMs?: number;
  readonly onError?: (error: unknown) => void;
}

/**
 * What came of a timer: `done`, its command has answered just now; `left`, nothing more is to be done with it here and now (it
 * is not due, ended, parked, under way, or was answered a moment ago); or after how many ms it may be tried again.
 */
export type Fired = 'done' | 'left' | { readonly againInMs: number };

/** A worker that never sweeps has to forget by itself. */
const TIDY_EVERY = 1000;
const LONGEST_BACKOFF_MS = 300_000;
const FAILED = `insert into platform.timer_failures as f
    (timer_id, revision, attempts, last_error, first_failed_at, last_failed_at, retry_at, parked_at)
  values ($1, $2, 1, $3, clock_timestamp(), clock_timestamp(), clock_timestamp() + $4 * interval '1 millisecond',
    case when $5 <= 1 then clock_timestamp() end)
  on conflict (timer_id, revision) do update set
    attempts = f.attempts + 1, last_error = excluded.last_error, last_failed_at = excluded.last_failed_at,
    retry_at = excluded.retry_at, parked_at = case when f.attempts + 1 >= $5 then clock_timestamp() end`;
const MENDED = `delete from platform.timer_failures where timer_id = $1 and revision = $2`;

/** Fires timers, each once at a time in this process, and keeps account of what goes wrong. */
export class Firing {
  readonly #options: Required<FiringOptions>;
  readonly #underWay = new Map<string, number>();
  /** Answered `done` and, as far as we know, not yet ended in the table. */
  readonly #answered = new Map<string, number>();

  constructor(options: FiringOptions) {
    this.#options = { attempts: 8, backoffMs: 1000, settleMs: 15_000, onError: () => undefined, ...options };
  }

  /**
   * Fires a timer that was loaded just now, unless it is not due, ended, parked, resting after a failure,
   * or being fired here already. Never rejects.
   */
  async fire(timer: LoadedTimer): Promise<Fired> {
    const key = settingOf(timer);
    if (!timer.due || timer.retryInMs === null) return 'left';
    if (timer.retryInMs > 0) return { againInMs: timer.retryInMs + 1 };
    if (this.#underWay.has(key) || this.#settling(key)) return 'left';
    this.#underWay.set(key, performance.now());
    try {
      return await this.#fire(timer, key);
    } catch (error) {
      // The database is away: nothing was noted, and the sweep comes round again.
      this.#options.onError(error);
      return 'left';
    } finally {
      this.#underWay.delete(key);
    }
  }

  /**
   * The timer that has been under way for longest, for whoever watches this process: one whose command never comes
   * back would never be tried again here. `null` while none is.
   */
  oldest(): string | null {
    // In the order in which they were begun.
    const [first] = this.#underWay;
    return first === undefined ? null : first.join('@');
  }

  /** Forgets answers that are old news. Called by each sweep. */
  tidy(): void {
    const old = performance.now() - 20 * this.#options.settleMs;
    for (const [key, at] of this.#answered) if (at < old) this.#answered.delete(key);
  }

  #settling(key: string): boolean {
    const at = this.#answered.get(key);
    return at !== undefined && performance.now() - at < this.#options.settleMs;
  }

  async #fire(timer: LoadedTimer, key: string): Promise<Fired> {
    const { timerId, clock, stream, kind, revision, fireAt, now } = timer;
    const unsettled = this.#answered.has(key);
    try {
      const answer = await this.#options.fire({ timerId, clock, stream, kind, revision, fireAt }, now);
      failPoint('after-firing');
      if (answer === 'retry') return await this.#fail(timer, 'the command asked to be tried again');
      this.#answered.set(key, performance.now());
      if (this.#answered.size % TIDY_EVERY === 0) this.tidy();
      if (unsettled) return await this.#fail(timer, 'the command answered "done", and the clock still runs');
    } catch (error) {
      this.#options.onError(error);
      return this.#fail(timer, messageOf(error));
    }
    if (timer.failures > 0) await this.#options.pool.query(MENDED, [timerId, revision]);
    return 'done';
  }

  async #fail(timer: LoadedTimer, why: string): Promise<Fired> {
    const { pool, attempts, backoffMs } = this.#options;
    const againInMs = Math.min(backoffMs * 2 ** timer.failures, LONGEST_BACKOFF_MS);
    await pool.query(FAILED, [timer.timerId, timer.revision, why.slice(0, 300), againInMs, attempts]);
    return timer.failures + 1 >= attempts ? 'left' : { againInMs };
  }
}
