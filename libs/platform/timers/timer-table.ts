import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
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
const MS_UNTIL_DUE = `(extract(epoch from t.fire_at - c.at) * 1000)::float8`;
/** See `momentOf`. */
const MOMENT = `(ceil(extract(epoch from t.fire_at) * 1000 / ${MOMENT_MS}) * ${MOMENT_MS})::float8`;
const COLUMNS = `t.timer_id as "timerId", t.stream, t.kind, t.revision, t.state,
    to_char(t.fire_at at time zone 'UTC', ${ISO}) as "fireAt", to_char(c.at at time zone 'UTC', ${ISO}) as now,
    t.fire_at <= c.at as due, ${MS_UNTIL_DUE} as "dueInMs", coalesce(f.attempts, 0) as failures,
    case when f.timer_id is null then 0 when f.parked_at is not null then null
      else greatest(0, extract(epoch from f.retry_at - clock_timestamp()) * 1000)::float8 end as "retryInMs"`;
const FAILURES = `left join platform.timer_failures f on f.timer_id = t.timer_id and f.revision = t.revision`;

/** The questions that firing asks of the timers. What is due is decided here, by the database, in the query. */
export class TimerTable {
  constructor(
    private readonly pool: Pool,
    private readonly models: ReadModels,
  ) {}

  /** These timers and the office's time, in one query; ids that are not there are left out. */
  async load(ids: readonly string[]): Promise<readonly LoadedTimer[]> {
    return this.#ask<LoadedTimer>(
      (table) => `${CLOCK} select ${COLUMNS} from clock c cross join ${table} t ${FAILURES}
        where t.timer_id = any($1::text[])`,
      [ids],
    );
  }

  /** How long until that moment, in ms; nought or less when it has come. */
  async until(moment: Moment): Promise<number> {
    const { rows } = await this.pool.query<{ ms: number }>(
      'select $1 - extract(epoch from platform.now())::float8 * 1000 as ms',
      [moment],
    );
    return rows[0]?.ms ?? Number.NaN;
  }

  /** Timers that come due within that moment and may be tried now or later, oldest first, after the cursor. */
  async dueAt(
    moment: Moment,
    after: TimerCursor | undefined,
    limit: number,
  ): Promise<readonly LoadedTimer[]> {
    return this.#ask<LoadedTimer>(
      (table) => `${CLOCK} select ${COLUMNS} from clock c join ${table} t on t.state = 'pending' ${FAILURES}
        where t.fire_at > to_timestamp($1::float8 / 1000) - $2 * interval '1 millisecond'
          and t.fire_at <= to_timestamp($1::float8 / 1000)
          and (t.fire_at, t.timer_id) > ($3::timestamptz, $4::text)
        order by t.fire_at, t.timer_id limit $5`,
      [moment, MOMENT_MS, after?.fireAt ?? '-infinity', after?.timerId ?? '', limit],
    );
  }

  /**
   * Timers overdue by `graceMs` at least that may be tried now, oldest first, after the cursor.
   * Those that a person has to look at are left out.
   */
  async overdue(
    graceMs: number,
    after: TimerCursor | undefined,
    limit: number,
  ): Promise<readonly LoadedTimer[]> {
    return this.#ask<LoadedTimer>(
      (table) => `${CLOCK} select ${COLUMNS} from clock c join ${table} t
          on t.state = 'pending' and t.fire_at <= c.at - $1 * interval '1 millisecond' ${FAILURES}
        where (t.fire_at, t.timer_id) > ($2::timestamptz, $3::text)
          and (f.timer_id is null or f.parked_at is null and f.retry_at <= clock_timestamp())
        order by t.fire_at, t.timer_id limit $4`,
      [graceMs, after?.fireAt ?? '-infinity', after?.timerId ?? '', limit],
    );
  }

  /** Moments more than `fromMs` and at most `toMs` from now at which timers come due, soonest first. */
  async coming(fromMs: number, toMs: number, after: Moment, limit: number): Promise<readonly ComingMoment[]> {
    const asked = performance.now();
    const moments = await this.#ask<ComingMoment>(
      (table) => `${CLOCK}, moments as (select distinct ${MOMENT} as moment from clock c join ${table} t
          on t.state = 'pending'
          and t.fire_at > c.at + $1 * interval '1 millisecond' and t.fire_at <= c.at + $2 * interval '1 millisecond'
          where t.fire_at > to_timestamp($3::float8 / 1000) order by 1 limit $4)
        select moment, (moment - extract(epoch from c.at) * 1000)::float8 as "dueInMs" from moments cross join clock c`,
      [fromMs, toMs, after, limit],
    );
    const passed = performance.now() - asked;
    return moments.map(({ moment, dueInMs }) => ({ moment, dueInMs: dueInMs - passed }));
  }

  async #ask<Row extends object>(sql: (table: string) => string, values: unknown[]): Promise<readonly Row[]> {
    const table = await this.models.tableOf(TIMERS);
    return (await this.pool.query<Row>(sql(table), values)).rows;
  }
}
