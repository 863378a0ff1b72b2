import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import type { Instant } from '#kernel';
import type { ReadModels } from '#platform/projections';
import { type ComingMoment, type Moment, MOMENT_MS } from './moment.js';
import type { LoadedTimer } from './timer.js';
import { TIMERS } from './timers-projection.js';

/** Where somebody who goes through the timers has come to. */
export interface TimerCursor {
  readonly fireAt: string;
  readonly timerId: string;
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
/** Materialized: platform.now() is asked once, and the index on fire_at can be used. */
const CLOCK = `with clock as materialized (select platform.now() as at)`;
const MOMENT = `(ceil(extract(epoch from t.fire_at) * 1000 / ${MOMENT_MS}) * ${MOMENT_MS})::float8`;
const COLUMNS = `t.timer_id as "timerId", t.stream, t.kind, t.revision,
    to_char(t.fire_at at time zone 'UTC', ${ISO}) as "fireAt", to_char(c.at at time zone 'UTC', ${ISO}) as now,
    t.fire_at <= c.at as due, coalesce(f.attempts, 0) as failures,
    case when f.timer_id is null then 0 when f.parked_at is not null then null
      else greatest(0, extract(epoch from f.retry_at - clock_timestamp()) * 1000)::float8 end as "retryInMs"`;
const FAILURES = `left join platform.timer_failures f on f.timer_id = t.timer_id and f.revision = t.revision`;

/** The questions that firing asks of the timers. What is due is decided here, by the database, in the query. */
export class TimerTable {
  constructor(
    private readonly pool: Pool,
    private readonly models: ReadModels,
  ) {}

  /** How long until that moment, in ms; nought or less when it has come. */
  async until(moment: Moment): Promise<number> {
    const { rows } = await this.pool.query<{ ms: number }>(
      'select $1 - extract(epoch from platform.now())::float8 * 1000 as ms',
      [moment],
    );
    return rows[0]?.ms ?? Number.NaN;
  }

  /** So many ms from now, by the clock of the office. */
  async inMs(ms: number): Promise<Instant> {
    const { rows } = await this.pool.query<{ at: Instant }>(
      `select to_char((platform.now() + $1 * interval '1 millisecond') at time zone 'UTC', ${ISO}) as at`,
      [ms],
    );
    return rows[0]?.at ?? '';
  }

  /** Timers that come due within that moment and may be tried now or later, oldest first, after the cursor. */
  dueAt(moment: Moment, after: TimerCursor | undefined, limit: number): Promise<readonly LoadedTimer[]> {
    return this.#page(
      `t.fire_at > to_timestamp($4::float8 / 1000) - $5 * interval '1 millisecond'
        and t.fire_at <= to_timestamp($4::float8 / 1000)`,
      [moment, MOMENT_MS],
      after,
      limit,
    );
  }

  /**
   * Timers overdue by `graceMs` at least that may be tried now, oldest first, after the cursor.
   * Those that a person has to look at are left out.
   */
  overdue(graceMs: number, after: TimerCursor | undefined, limit: number): Promise<readonly LoadedTimer[]> {
    return this.#page(
      `t.fire_at <= c.at - $4 * interval '1 millisecond'
        and (f.timer_id is null or f.parked_at is null and f.retry_at <= clock_timestamp())`,
      [graceMs],
      after,
      limit,
    );
  }

  /** The moments at which these timers come due, as far as they are pending; soonest first. */
  momentsOf(timerIds: readonly string[]): Promise<readonly ComingMoment[]> {
    return this.#moments('t.timer_id = any($1::text[])', [timerIds]);
  }

  /** Moments more than `fromMs` and at most `toMs` from now at which timers come due, soonest first. */
  coming(fromMs: number, toMs: number, after: Moment, limit: number): Promise<readonly ComingMoment[]> {
    return this.#moments(
      `t.fire_at > c.at + $1 * interval '1 millisecond' and t.fire_at <= c.at + $2 * interval '1 millisecond'
        and t.fire_at > to_timestamp($3::float8 / 1000)`,
      [fromMs, toMs, after],
      limit,
    );
  }

  /** Pending timers after the cursor, oldest first; the condition's values begin at `$4`. */
  #page(
    condition: string,
    values: readonly unknown[],
    after: TimerCursor | undefined,
    limit: number,
  ): Promise<readonly LoadedTimer[]> {
    return this.#ask<LoadedTimer>(
      (table) => `${CLOCK} select ${COLUMNS} from clock c join ${table} t on t.state = 'pending' ${FAILURES}
        where (t.fire_at, t.timer_id) > ($1::timestamptz, $2::text) and ${condition}
        order by t.fire_at, t.timer_id limit $3`,
      [after?.fireAt ?? '-infinity', after?.timerId ?? '', limit, ...values],
    );
  }

  /** How long it is until each of them, from when this is answered. */
  async #moments(
    condition: string,
    values: readonly unknown[],
    limit?: number,
  ): Promise<readonly ComingMoment[]> {
    const asked = performance.now();
    const moments = await this.#ask<ComingMoment>(
      (table) => `${CLOCK}, moments as (select distinct ${MOMENT} as moment
          from clock c join ${table} t on t.state = 'pending' where ${condition}
          order by 1 ${limit === undefined ? '' : `limit ${String(limit)}`})
        select moment, (moment - extract(epoch from c.at) * 1000)::float8 as "dueInMs" from moments cross join clock c`,
      values,
    );
    const passed = performance.now() - asked;
    return moments.map(({ moment, dueInMs }) => ({ moment, dueInMs: dueInMs - passed }));
  }

  async #ask<Row extends object>(
    sql: (table: string) => string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    const table = await this.models.tableOf(TIMERS);
    return (await this.pool.query<Row>(sql(table), [...values])).rows;
  }
}
