import type { Pool } from 'pg';
import type { Instant } from '#kernel';

/** The clock may not be moved: wrong profile, or backwards. */
export class ClockNotMoved extends Error {
  constructor(readonly reason: 'not-an-evaluation' | 'backwards') {
    super(
      reason === 'backwards'
        ? 'the clock of the office only moves forward'
        : 'only the evaluation profile may move the clock of the office',
    );
    this.name = 'ClockNotMoved';
  }
}

const MOVE_TO = `update platform.evaluation_clock
  set offset_ms = offset_ms + ceil(extract(epoch from $1::timestamptz - platform.now()) * 1000)::bigint,
      moved_at = clock_timestamp()
  where $1::timestamptz > platform.now()`;
const BEGIN_AT = MOVE_TO.replace(
  'where $1::timestamptz > platform.now()',
  'where not exists (select from es.events)',
);
const ADVANCE = `update platform.evaluation_clock set offset_ms = offset_ms + $1, moved_at = clock_timestamp()`;
const NOW = `select floor(extract(epoch from platform.now()) * 1000)::float8 as ms`;

/** Lets somebody who tries the system out see in a minute what a month of deadlines does. Forward only. */
export class EvaluationClock {
  constructor(
    private readonly pool: Pool,
    /** Whether this process runs in the evaluation profile. */
    private readonly evaluation: boolean,
  ) {}

  /** Sets the time at which an evaluation begins, past or future: only while nothing has happened in the log. */
  async beginAt(instant: Instant): Promise<Instant> {
    this.#permit();
    const { rowCount } = await this.pool.query(BEGIN_AT, [instant]);
    if (rowCount === 0) throw new ClockNotMoved('backwards');
    return this.#now();
  }

  /** Moves the office's time to that moment; returns the time it is then. Refuses with {@link ClockNotMoved}. */
  async moveTo(instant: Instant): Promise<Instant> {
    this.#permit();
    const { rowCount } = await this.pool.query(MOVE_TO, [instant]);
    if (rowCount === 0) throw new ClockNotMoved('backwards');
    return this.#now();
  }

  /** Moves the office's time on by so many milliseconds; returns the time it is then. */
  async advance(ms: number): Promise<Instant> {
    this.#permit();
    if (!Number.isSafeInteger(ms) || ms < 0) throw new ClockNotMoved('backwards');
    await this.pool.query(ADVANCE, [ms]);
    return this.#now();
  }

  #permit(): void {
    if (!this.evaluation) throw new ClockNotMoved('not-an-evaluation');
  }

  async #now(): Promise<Instant> {
    const { rows } = await this.pool.query<{ ms: number }>(NOW);
    return new Date(rows[0]?.ms ?? Number.NaN).toISOString();
  }
}
