import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import type { Instant } from '#kernel';
import { Clock } from './port.js';

/** How a {@link DatabaseClock} keeps itself true. */
export interface DatabaseClockOptions {
  /** Whether this installation may have a moved clock at all. Default: no. */
  readonly evaluation?: boolean;
  /** How often the database is asked, in ms. Default 1000. */
  readonly everyMs?: number;
  /** Told when the database could not be asked. Time goes on from the last reading meanwhile. */
  readonly onError?: (error: unknown) => void;
}

const READ = `select floor(extract(epoch from platform.now()) * 1000)::float8 as ms, c.offset_ms::float8 as offset
  from platform.evaluation_clock c`;

/** The clock of an office was moved, and this is not an evaluation: nothing may be decided by it. */
export class MovedClock extends Error {
  constructor(offsetMs: number) {
    super(
      `the clock of this database has been moved by ${offsetMs} ms; only the evaluation profile may use it`,
    );
    this.name = 'MovedClock';
  }
}

/**
 * The database's time. Between two readings it goes on with the machine's monotonic clock, so a wall
 * clock set wrong, or set back, changes nothing. A reading is taken as true at the moment it arrives:
 * `now()` stands a round trip behind the database at most, and never ahead of it.
 */
export class DatabaseClock extends Clock {
  readonly #pool: Pool;
  readonly #options: Required<DatabaseClockOptions>;
  #readAtMs = 0;
  #readingMs = 0;
  #lastMs = 0;
  #offsetMs = 0;
  #timer: NodeJS.Timeout | undefined;

  private constructor(pool: Pool, options: DatabaseClockOptions) {
    super();
    this.#pool = pool;
    this.#options = { evaluation: false, everyMs: 1000, onError: () => undefined, ...options };
  }

  /** Reads the database once and keeps on. Rejects when it cannot be read, or with {@link MovedClock}. */
  static async open(pool: Pool, options: DatabaseClockOptions = {}): Promise<DatabaseClock> {
    const clock = new DatabaseClock(pool, options);
    await clock.read();
    clock.#keepOn();
    return clock;
  }

  override now(): Instant {
    const ms = Math.floor(this.#readingMs + (performance.now() - this.#readAtMs));
    this.#lastMs = Math.max(this.#lastMs, ms);
    return new Date(this.#lastMs).toISOString();
  }

  override async read(): Promise<Instant> {
    const { rows } = await this.#pool.query<{ ms: number; offset: number }>(READ);
    const row = rows[0];
    if (row === undefined) throw new Error('platform.evaluation_clock has lost its row');
    if (row.offset !== 0 && !this.#options.evaluation) throw new MovedClock(row.offset);
    // An evaluation may begin in the past: what was answered before that no longer holds the clock up.
    if (row.offset !== this.#offsetMs) this.#lastMs = 0;
    this.#offsetMs = row.offset;
    this.#readAtMs = performance.now();
    this.#readingMs = row.ms;
    // What was read counts as answered: a slower reading later does not set the clock back behind it.
    return this.now();
  }

  /** Stops asking the database. `now()` still answers. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #keepOn(): void {
    this.#timer = setTimeout(() => {
      this.read()
        .catch(this.#options.onError)
        .finally(() => {
          if (this.#timer !== undefined) this.#keepOn();
        });
    }, this.#options.everyMs);
    this.#timer.unref();
  }
}
