import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import {
  behindOf,
  type Behind,
  type EventStore,
  type Position,
  type StoredPlace,
} from '#platform/event-store';
import type { ProjectionStatus } from './projection.js';
import { leaseName } from './projection-loop.js';

export interface ReadModelsOptions {
  readonly pool: Pool;
  readonly store: EventStore;
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
}

const BUILDS = `select name, version, table_name as table, state, position, error, error_position as "errorPosition"
  from platform.projections where state <> 'retired' order by name, version, build`;
const PLACES = `select name, position, (extract(epoch from clock_timestamp() - changed_at) * 1000)::float8 as "movedAgoMs"
  from platform.projections where state = 'active' and error is null order by name`;
const LED = `select name from platform.leaders where beat_at > clock_timestamp() - $1 * interval '1 millisecond'`;
const ACTIVE = `select table_name as table, position from platform.projections where name = $1 and state = 'active'`;
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

/** Read models as their readers see them. Needs no runner in this process. */
export class ReadModels {
  readonly #options: ReadModelsOptions;
  readonly #tables = new Map<string, { readonly table: string; readonly until: number }>();

  constructor(options: ReadModelsOptions) {
    this.#options = options;
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

  /** How every read model stands, for health and for people. */
  async status(): Promise<readonly ProjectionStatus[]> {
    const { pool, store, leaseMs = 3000 } = this.#options;
    const [builds, leaders, head] = await Promise.all([
      pool.query<BuildRow>(BUILDS),
      pool.query<{ name: string }>(LED, [leaseMs]),
      store.head(),
    ]);
    const led = new Set(leaders.rows.map((row) => row.name));
    return builds.rows.map((row) => this.#statusOf(row, head, led));
  }

  /** Those that readers see and that have not seen the whole log, how far behind they are, and when they last moved. */
  async behind(): Promise<readonly Behind[]> {
    const { pool, store } = this.#options;
    const { rows } = await pool.query<StoredPlace>(PLACES);
    return behindOf(store, rows);
  }

  #statusOf(row: BuildRow, head: Position, led: ReadonlySet<string>): ProjectionStatus {
    const { name, version, position } = row;
    const caughtUp = this.#options.store.comparePositions(position, head) >= 0;
    return {
      name,
      version,
      position,
      caughtUp,
      state: row.error === null ? row.state : 'stopped',
      lag: caughtUp ? 0 : (this.#options.distance?.(position, head) ?? null),
      led: led.has(leaseName(name, version)),
      error: row.error === null ? null : { message: row.error, position: row.errorPosition ?? '' },
    };
  }

  async #active(name: string): Promise<{ table: string; position: Position } | undefined> {
    const { rows } = await this.#options.pool.query<{ table: string; position: Position }>(ACTIVE, [name]);
    const row = rows[0];
    if (row === undefined) this.#tables.delete(name);
    else this.#tables.set(name, { table: row.table, until: performance.now() + REMEMBER_MS });
    return row;
  }
}
