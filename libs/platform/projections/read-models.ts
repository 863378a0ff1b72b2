import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import {
  behindOf,
  type Behind,
  type EventStore,
  type Position,
  type StoredPlace,
} from '#platform/event-store';
import { baseType } from './columns.js';
import type { AnyProjection, ProjectionStatus } from './projection.js';
import { LEASE_NAME } from './lease.js';

export interface ReadModelsOptions {
  readonly pool: Pool;
  readonly store: EventStore;
  /** The read models of this release, by which its own are told from those of another. The newest when left out. */
  readonly projections?: readonly Pick<AnyProjection, 'name' | 'version' | 'columns'>[];
  /** How many events lie between two positions, where the store's positions can be counted. */
  readonly distance?: (from: Position, to: Position) => number;
  /** A leader silent longer than this counts as gone, in ms. Default 3000. */
  readonly leaseMs?: number;
}

interface BuildRow {
  readonly name: string;
  readonly version: number;
  readonly table: string;
  readonly state: 'building' | 'active';
  readonly position: Position;
  readonly error: string | null;
  readonly errorPosition: string | null;
  readonly led: boolean;
}

/**
 * Which build answers, best first: of those that somebody keeps up to date the one of this release; when nobody of this
 * release does (it comes or goes), that of another, if it has every column that this release reads. $1: milliseconds of a
 * lease, $2: of each read model of this release its version and columns.
 */
const IS_LED = `coalesce(l.beat_at > clock_timestamp() - $1 * interval '1 millisecond', false)`;
const IS_OWN = `coalesce(p.version = ($2::jsonb -> p.name ->> 'version')::int, false)`;
const FITS = `case when ${IS_OWN} or not $2::jsonb ? p.name then true else not exists (
  select from jsonb_each_text($2::jsonb -> p.name -> 'columns') c where not exists (
    select from pg_attribute a where a.attrelid = to_regclass(p.table_name) and a.attname = c.key
      and not a.attisdropped and a.atttypid = to_regtype(c.value))) end`;
const BEST_FIRST = `(p.error is null and ${IS_LED}) desc, ${IS_OWN} desc, p.version desc`;
const BUILDS = `platform.projections p left join platform.leaders l on l.name = ${LEASE_NAME}`;
const STATUS = `with serving as (select distinct on (p.name) p.name, p.version from ${BUILDS}
    where p.state = 'active' and ${FITS} order by p.name, ${BEST_FIRST})
  select p.name, p.version, p.table_name as table, p.state, p.position, p.error, p.error_position as "errorPosition", ${IS_LED} as led
  from ${BUILDS} where p.state <> 'retired' and (${IS_OWN} or not $2::jsonb ? p.name or exists (
    select 1 from serving s where s.name = p.name and s.version = p.version and p.state = 'active'))
  order by p.name, p.version, p.build`;
const PLACES = `select distinct on (p.name) p.name, p.position,
    (extract(epoch from clock_timestamp() - p.changed_at) * 1000)::float8 as "movedAgoMs" from ${BUILDS}
  where p.state = 'active' and p.error is null and ${FITS} order by p.name, ${BEST_FIRST}`;
const ACTIVE = `select p.table_name as table, p.position from ${BUILDS}
  where p.name = $3 and p.state = 'active' and ${FITS} order by ${BEST_FIRST} limit 1`;
/** A table's name is remembered for so long; a replaced table is kept far longer. */
const REMEMBER_MS = 1000;
const SHORTEST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 25;

/** Nobody has built the read model yet: the projector has only just started, or runs nowhere. Passes by itself. */
export class NotBuiltYet extends Error {
  override readonly name = 'NotBuiltYet';

  constructor(model: string) {
    super(`the read model ${model} is not there yet`);
  }
}

/** Read models as the readers of this release see them. Needs no runner in this process. */
export class ReadModels {
  readonly #options: ReadModelsOptions;
  /** Milliseconds of a lease, and of each read model its version and columns. */
  readonly #release: readonly [number, string];
  readonly #tables = new Map<string, { readonly table: string; readonly until: number }>();

  constructor(options: ReadModelsOptions) {
    const { leaseMs = 3000, projections = [] } = options;
    this.#options = options;
    this.#release = [leaseMs, JSON.stringify(Object.fromEntries(projections.map(shapeOf)))];
  }

  /** The table that answers for the read model now, e.g. `read.cases_v3`. Rejects while none is active. */
  async tableOf(name: string): Promise<string> {
    const known = this.#tables.get(name);
    if (known !== undefined && performance.now() < known.until) return known.table;
    const active = await this.#active(name);
    if (active === undefined) throw new NotBuiltYet(name);
    return active.table;
  }

  /**
   * Waits until the read model has seen the event at that position: what somebody wrote, they can read.
   * False when it has not by then (in ms): answer with what there is, and say so.
   */
  async waitFor(name: string, position: Position, timeoutMs: number): Promise<boolean> {
    const end = performance.now() + timeoutMs;
    for (let pause = SHORTEST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const active = await this.#active(name);
      if (active !== undefined && this.#options.store.comparePositions(active.position, position) >= 0) {
        return true;
      }
      const left = end - performance.now();
      if (left <= 0) return false;
      await new Promise((resolve) => setTimeout(resolve, Math.min(pause, left)));
    }
  }

  /** How every read model of this release stands, and what answers in the place of one that it has not built yet. */
  async status(): Promise<readonly ProjectionStatus[]> {
    const { pool, store } = this.#options;
    const [builds, head] = await Promise.all([
      pool.query<BuildRow>(STATUS, [...this.#release]),
      store.head(),
    ]);
    return builds.rows.map((row) => this.#statusOf(row, head));
  }

  /** Those that readers see and that have not seen the whole log, how far behind they are, and when they last moved. */
  async behind(): Promise<readonly Behind[]> {
    const { pool, store } = this.#options;
    const { rows } = await pool.query<StoredPlace>(PLACES, [...this.#release]);
    return behindOf(store, rows);
  }

  #statusOf(row: BuildRow, head: Position): ProjectionStatus {
    const { name, version, position, led } = row;
    const caughtUp = this.#options.store.comparePositions(position, head) >= 0;
    return {
      name,
      version,
      position,
      caughtUp,
      state: row.error === null ? row.state : 'stopped',
      lag: caughtUp ? 0 : (this.#options.distance?.(position, head) ?? null),
      led,
      error: row.error === null ? null : { message: row.error, position: row.errorPosition ?? '' },
    };
  }

  async #active(name: string): Promise<{ table: string; position: Position } | undefined> {
    const { rows } = await this.#options.pool.query<{ table: string; position: Position }>(ACTIVE, [
      ...this.#release,
      name,
    ]);
    const row = rows[0];
    if (row === undefined) this.#tables.delete(name);
    else this.#tables.set(name, { table: row.table, until: performance.now() + REMEMBER_MS });
    return row;
  }
}

function shapeOf({
  name,
  version,
  columns,
}: Pick<AnyProjection, 'name' | 'version' | 'columns'>): readonly [string, object] {
  const types = Object.entries(columns as Readonly<Record<string, string>>);
  return [
    name,
    { version, columns: Object.fromEntries(types.map(([column, type]) => [column, baseType(type)])) },
  ];
}
