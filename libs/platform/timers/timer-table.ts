import type { Pool } from 'pg';
import type { ReadModels } from '#platform/projections';
import type { LoadedTimer } from './timer.js';
import { TIMERS } from './timers-projection.js';

/** Where a sweep has come to. */
export interface SweepCursor {
  readonly fireAt: string;
  readonly timerId: string;
}

/** A timer that lies ahead, for the queue. */
export interface ComingTimer {
  readonly timerId: string;
  readonly revision: number;
  readonly dueInMs: number;
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
/** Materialized: platform.now() is asked once, and the index on fire_at can be used. */
const CLOCK = `with clock as materialized (select platform.now() as at)`;
const MS_UNTIL_DUE = `(extract(epoch from t.fire_at - c.at) * 1000)::float8`;
const COLUMNS = `t.timer_id as "timerId", t.stream, t.kind, t.revision, t.state,
    to_char(t.fire_at at time zone 'UTC', ${ISO}) as "fireAt", to_char(c.at at time zone 'UTC', ${ISO}) as now,
    t.fire_at <= c.at as due, ${MS_UNTIL_DUE} as "dueInMs", coalesce(f.attempts, 0) as failures,
    case when f.timer_id is null then 0 when f.parked_at is not null then null
      else greatest(0, extract(epoch from f.retry_at - clock_timestamp()) * 1000)::float8 end as "retryInMs"`;
const FAILURES = `left join platform.timer_failures f on f.timer_id = t.timer_id and f.revision = t.revision`;

/** The questions that firing asks of the timers. What is due is decided here, by the database, in the query. */
export class TimerTable {
  #waiting: { id: string; take: (timer: LoadedTimer | undefined) => void; fail: (e: unknown) => void }[] = [];
  #loading = false;

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

  /** One timer. What is asked while a query is on its way goes into the next one, all together. */
  loadOne(id: string): Promise<LoadedTimer | undefined> {
    return new Promise((take, fail) => {
      this.#waiting.push({ id, take, fail });
      if (!this.#loading) void this.#loadWaiting();
    });
  }

  /**
   * Timers overdue by `graceMs` at least that may be tried now, oldest first, after the cursor.
   * Those that a person has to look at are left out.
   */
  async overdue(
    graceMs: number,
    after: SweepCursor | undefined,
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

  /** Pending timers that come due more than `fromMs` and at most `toMs` from now, soonest first. */
  async coming(fromMs: number, toMs: number, after: string, limit: number): Promise<readonly ComingTimer[]> {
    return this.#ask<ComingTimer>(
      (table) => `${CLOCK} select t.timer_id as "timerId", t.revision, ${MS_UNTIL_DUE} as "dueInMs"
        from clock c join ${table} t on t.state = 'pending'
          and t.fire_at > c.at + $1 * interval '1 millisecond' and t.fire_at <= c.at + $2 * interval '1 millisecond'
        where t.timer_id > $3 order by t.timer_id limit $4`,
      [fromMs, toMs, after, limit],
    );
  }

  async #ask<Row extends object>(sql: (table: string) => string, values: unknown[]): Promise<readonly Row[]> {
    const table = await this.models.tableOf(TIMERS);
    return (await this.pool.query<Row>(sql(table), values)).rows;
  }

  async #loadWaiting(): Promise<void> {
    this.#loading = true;
    while (this.#waiting.length > 0) {
      const asked = this.#waiting.splice(0);
      try {
        const found = new Map((await this.load(asked.map(({ id }) => id))).map((one) => [one.timerId, one]));
        for (const { id, take } of asked) take(found.get(id));
      } catch (error) {
        for (const { fail } of asked) fail(error);
      }
    }
    this.#loading = false;
  }
}
