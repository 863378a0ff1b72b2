import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import type { Instant } from '#kernel';
import type { ReadModels } from '#platform/projections';
import { type ComingMoment, type Moment, MOMENT_MS } from './moment.js';
import type { LoadedTimer } from './timer.js';
import { EACH_TIMER, TIMERS } from './timers-projection.js';

/** Where somebody who goes through the clocks has come to. */
export interface TimerCursor {
  readonly nextAt: Instant;
  readonly clock: string;
}

/** The timers of some clocks, those of a clock together, oldest first; and where to go on, undefined at the end. */
export interface TimerPage {
  readonly timers: readonly LoadedTimer[];
  readonly next?: TimerCursor;
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
/** Materialized: platform.now() is asked once. As {@link NOW} it can be looked up in the index on next_at. */
const TIME = `with time as materialized (select platform.now() as at)`;
const NOW = '(select at from time)';
const MOMENT = `(ceil(extract(epoch from t.next_at) * 1000 / ${MOMENT_MS}) * ${MOMENT_MS})::float8`;
const utc = (column: string): string => `to_char(${column} at time zone 'UTC', ${ISO})`;
const COLUMNS = `${utc('t.next_at')} as "nextAt", t.clock, t.stream, ${utc('t.now')} as now,
    one.timer_id as "timerId", one.kind, one.revision, ${utc('one.fire_at')} as "fireAt",
    one.fire_at <= t.now as due, coalesce(f.attempts, 0) as failures,
    case when f.timer_id is null then 0 when f.parked_at is not null then null
      else greatest(0, extract(epoch from f.retry_at - clock_timestamp()) * 1000)::float8 end as "retryInMs"`;
const FAILURES = `left join platform.timer_failures f on f.timer_id = one.timer_id and f.revision = one.revision`;

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

  /**
   * The timers that come due within that moment, of so many clocks after the cursor. Of a clock that waits for an earlier
   * one they are left to the sweep.
   */
  dueAt(moment: Moment, after: TimerCursor | undefined, clocks: number): Promise<TimerPage> {
    return this.#page(
      `t.next_at > to_timestamp($4::float8 / 1000) - $5 * interval '1 millisecond'
        and t.next_at <= to_timestamp($4::float8 / 1000)`,
      'one.fire_at <= to_timestamp($4::float8 / 1000)',
      [moment, MOMENT_MS],
      after,
      clocks,
    );
  }

  /**
   * Timers overdue by `graceMs` at least that may be tried now, of so many clocks after the cursor, that which has waited
   * longest first. Those that a person has to look at are left out.
   */
  overdue(graceMs: number, after: TimerCursor | undefined, clocks: number): Promise<TimerPage> {
    return this.#page(
      `t.next_at <= ${NOW} - $4 * interval '1 millisecond'`,
      `one.fire_at <= t.now - $4 * interval '1 millisecond'
        and (f.timer_id is null or f.parked_at is null and f.retry_at <= clock_timestamp())`,
      [graceMs],
      after,
      clocks,
    );
  }

  /** The moments at which the first pending timers of these clocks come due; soonest first. */
  momentsOf(clocks: readonly string[]): Promise<readonly ComingMoment[]> {
    return this.#moments('t.clock = any($1::text[])', [clocks]);
  }

  /** Moments more than `fromMs` and at most `toMs` from now at which the first timers of clocks come due, soonest first. */
  coming(fromMs: number, toMs: number, after: Moment, limit: number): Promise<readonly ComingMoment[]> {
    return this.#moments(
      `t.next_at > ${NOW} + $1 * interval '1 millisecond' and t.next_at <= ${NOW} + $2 * interval '1 millisecond'
        and t.next_at > to_timestamp($3::float8 / 1000)`,
      [fromMs, toMs, after],
      limit,
    );
  }

  /**
   * Pending timers of so many clocks after the cursor. The clocks are taken first, in the order of the index, and looked
   * into then: with many overdue, every page would otherwise look into all of them. The conditions' values begin at `$4`.
   */
  async #page(
    ofClock: string,
    ofTimer: string,
    values: readonly unknown[],
    after: TimerCursor | undefined,
    clocks: number,
  ): Promise<TimerPage> {
    const rows = await this.#ask<TimerCursor & (LoadedTimer | { readonly timerId: null })>(
      (table) => `${TIME}, page as materialized (
          select t.*, ${NOW} as now from ${table} t
            where (t.next_at, t.clock) > ($1::timestamptz, $2::text) and ${ofClock}
            order by t.next_at, t.clock limit $3)
        select ${COLUMNS} from page t left join (${EACH_TIMER} ${FAILURES}) on one.state = 'pending' and ${ofTimer}
          order by t.next_at, t.clock, one.fire_at, one.kind`,
      [after?.nextAt ?? '-infinity', after?.clock ?? '', clocks, ...values],
    );
    const timers = rows.filter((row) => row.timerId !== null);
    const full = new Set(rows.map(({ clock }) => clock)).size === clocks;
    const last = rows.at(-1);
    return full && last ? { timers, next: { nextAt: last.nextAt, clock: last.clock } } : { timers };
  }

  /** How long it is until each of them, from when this is answered. */
  async #moments(
    condition: string,
    values: readonly unknown[],
    limit?: number,
  ): Promise<readonly ComingMoment[]> {
    const asked = performance.now();
    const moments = await this.#ask<ComingMoment>(
      (table) => `${TIME}, moments as (select distinct ${MOMENT} as moment
          from ${table} t where t.next_at is not null and ${condition}
          order by 1 ${limit === undefined ? '' : `limit ${String(limit)}`})
        select moment, (moment - extract(epoch from ${NOW}) * 1000)::float8 as "dueInMs" from moments`,
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
