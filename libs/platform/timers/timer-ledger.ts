import type { Pool } from 'pg';
import type { Instant } from '#kernel';
import type { ReadModels } from '#platform/projections';
import { EACH_TIMER, TIMERS } from './timers-projection.js';

/** How the timers stand, for health. `parked` above nought is an alarm: a person has to look. */
export interface TimerStatus {
  readonly pending: number;
  /** Pending though their time has come. */
  readonly overdue: number;
  readonly oldestOverdue: Instant | null;
  /** Went wrong and are tried again by themselves. */
  readonly failing: number;
  readonly parked: number;
  /** Whether a dispatcher is at work anywhere. */
  readonly led: boolean;
}

/** A timer that went wrong too often. */
export interface ParkedTimer {
  readonly timerId: string;
  readonly revision: number;
  readonly stream: string;
  readonly kind: string;
  readonly fireAt: Instant;
  readonly attempts: number;
  readonly lastError: string;
  readonly parkedAt: Instant;
}

/** What should have fired in a period, and what did. */
export interface Reconciliation {
  readonly fired: number;
  /** Fired later than the tolerance after their time. */
  readonly late: number;
  /** Fired before their time. Never anything but nought. */
  readonly early: number;
  readonly cancelled: number;
  readonly superseded: number;
  /** Their time has come, and they have not fired. */
  readonly overdue: number;
  /** Their time lies ahead. */
  readonly ahead: number;
  readonly worstLatenessMs: number | null;
  /** The oldest hundred of the overdue. */
  readonly overdueTimers: readonly { readonly timerId: string; readonly fireAt: Instant }[];
}

const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const TIME = `with time as materialized (select platform.now() as at)`;
/** Of the few that went wrong the table is asked by clock, which its key finds. */
const FAILED = `platform.timer_failures f
    join lateral (select regexp_replace(f.timer_id, '/[^/]*$', '') as clock) of on true`;
const failedIn = (table: string): string => `${FAILED} join ${table} t on t.clock = of.clock
    cross join ${EACH_TIMER} where one.timer_id = f.timer_id and one.revision = f.revision and one.state = 'pending'`;

/** The account of timers, for health, for operators and for auditors. */
export class TimerLedger {
  constructor(
    private readonly pool: Pool,
    private readonly models: ReadModels,
    private readonly leaseMs = 3000,
  ) {}

  async status(): Promise<TimerStatus> {
    const table = await this.models.tableOf(TIMERS);
    const { rows } = await this.pool.query<TimerStatus>(
      `${TIME}, overdue as (
          select one.fire_at from time c join ${table} t on t.next_at <= c.at cross join ${EACH_TIMER}
            where one.state = 'pending' and one.fire_at <= c.at),
        failed as (select f.parked_at from ${failedIn(table)})
        select
          (select coalesce(sum(pending), 0)::int from ${table} where next_at is not null) as pending,
          (select count(*)::int from overdue) as overdue,
          (select ${iso('min(fire_at)')} from overdue) as "oldestOverdue",
          (select count(*)::int from failed where parked_at is null) as failing,
          (select count(parked_at)::int from failed) as parked,
          exists (select from platform.leaders where name = $1
            and beat_at > clock_timestamp() - $2 * interval '1 millisecond') as led`,
      [TIMERS, this.leaseMs],
    );
    return rows[0] as TimerStatus;
  }

  /** Timers that wait for a person, oldest first. */
  async parked(limit = 100): Promise<readonly ParkedTimer[]> {
    const table = await this.models.tableOf(TIMERS);
    const { rows } = await this.pool.query<ParkedTimer>(
      `select f.timer_id as "timerId", f.revision, t.stream, one.kind, ${iso('one.fire_at')} as "fireAt", f.attempts,
          f.last_error as "lastError", ${iso('f.parked_at')} as "parkedAt"
        from ${failedIn(table)} and f.parked_at is not null order by one.fire_at limit $1`,
      [limit],
    );
    return rows;
  }

  /** Lets a parked timer be tried again from the first attempt. False when there is none of that id. */
  async retry(timerId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query('delete from platform.timer_failures where timer_id = $1', [
      timerId,
    ]);
    return (rowCount ?? 0) > 0;
  }

  /** Compares what was due from `from` (inclusive) to `to` with what fired. Fired later than `toleranceMs` is late. */
  async shouldHaveFired(from: Instant, to: Instant, toleranceMs = 60_000): Promise<Reconciliation> {
    const table = await this.models.tableOf(TIMERS);
    const counts = await this.pool.query<Omit<Reconciliation, 'overdueTimers'>>(
      `${TIME} select
          count(*) filter (where state = 'fired')::int as fired,
          count(*) filter (where state = 'fired' and ended_at > fire_at + $3 * interval '1 millisecond')::int as late,
          count(*) filter (where state = 'fired' and ended_at < fire_at)::int as early,
          count(*) filter (where state = 'cancelled')::int as cancelled,
          count(*) filter (where state = 'superseded')::int as superseded,
          count(*) filter (where state = 'pending' and fire_at <= c.at)::int as overdue,
          count(*) filter (where state = 'pending' and fire_at > c.at)::int as ahead,
          max(extract(epoch from ended_at - fire_at) * 1000) filter (where state = 'fired')::float8
            as "worstLatenessMs"
        from time c cross join ${table} t cross join ${EACH_TIMER} where fire_at >= $1 and fire_at < $2`,
      [from, to, toleranceMs],
    );
    const overdue = await this.pool.query<Reconciliation['overdueTimers'][number]>(
      `${TIME} select timer_id as "timerId", ${iso('fire_at')} as "fireAt"
        from time c join ${table} t on t.next_at <= c.at cross join ${EACH_TIMER}
        where state = 'pending' and fire_at <= c.at and fire_at >= $1 and fire_at < $2
        order by fire_at, timer_id limit 100`,
      [from, to],
    );
    return { ...(counts.rows[0] as Omit<Reconciliation, 'overdueTimers'>), overdueTimers: overdue.rows };
  }
}
