import type { Pool, PoolClient } from 'pg';
import type { EventStore, Position } from '#platform/event-store';
import { Fenced } from '#platform/leadership';
import { Columns } from './columns.js';
import type { AnyProjection } from './projection.js';

/** What runs SQL: a pool, or a client inside a transaction. */
export type Queryable = Pick<Pool | PoolClient, 'query'>;

/** One table of a projection, as the leader that may write it knows it. */
export interface Build {
  readonly name: string;
  readonly version: number;
  readonly build: number;
  readonly table: string;
  readonly state: 'building' | 'active';
  readonly position: Position;
  readonly fence: string;
}

const CLAIM = `update platform.projections set fence = $4::bigint, followed_at = clock_timestamp()
  where name = $1 and version = $2 and build = $3 and fence < $4::bigint and state <> 'retired'
  returning table_name as table, state, position`;
const CURRENT = `select build from platform.projections where name = $1 and version = $2 and state <> 'retired'
  order by state = 'active' desc, build limit 1`;
const FOLLOWED = `update platform.projections set followed_at = clock_timestamp()
  where name = $1 and version = $2 and state <> 'retired'`;
const REGISTER = `insert into platform.projections (name, version, build, table_name, state, position)
  select $1, $2, n, 'read.' || $1 || '_v' || $2 || case when n = 1 then '' else '_b' || n end, 'building', $3
    from (select coalesce(max(build), 0) + 1 as n from platform.projections where name = $1 and version = $2) as next
  returning build, table_name as table`;
const LAPSED = `select table_name as table from platform.projections p
  where name = $1 and (state = 'retired' and changed_at < clock_timestamp() - $3 * interval '1 millisecond'
    or version <> $2 and followed_at < clock_timestamp() - $4 * interval '1 millisecond'
      and exists (select 1 from platform.projections own
        where own.name = p.name and own.version = $2 and own.state = 'active'))`;

/** How long tables are kept that nobody needs now, in ms. */
export interface Keeping {
  /** One that was replaced: readers may still hold its name. */
  readonly keepRetiredMs: number;
  /** One of another release that nobody follows any more: that release may come back. */
  readonly keepUnfollowedMs: number;
}

/** The tables of one version of a projection: made, claimed, switched, dropped. Other releases keep their own. */
export class Builds {
  readonly columns: Columns;

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly projection: AnyProjection,
  ) {
    this.columns = new Columns(projection);
  }

  /** The build that is kept up to date: the active one, or one being built. Made when there is none. */
  async claimCurrent(fence: string): Promise<Build> {
    const { name, version } = this.projection;
    const { rows } = await this.pool.query<{ build: number }>(CURRENT, [name, version]);
    return rows[0] === undefined ? this.claimFresh(fence) : this.claim(rows[0].build, fence);
  }

  /** A new, empty table beside whatever there is. */
  async claimFresh(fence: string): Promise<Build> {
    const { name, version } = this.projection;
    return this.claim(
      await this.#transact(async (client) => {
        const made = await client.query<{ build: number; table: string }>(REGISTER, [
          name,
          version,
          this.store.start,
        ]);
        const row = made.rows[0];
        if (row === undefined) throw new Error(`${name}: the new build was not registered`);
        await client.query(this.#createTable(row.table));
        return row.build;
      }),
      fence,
    );
  }

  async claim(build: number, fence: string): Promise<Build> {
    const { name, version } = this.projection;
    const { rows } = await this.pool.query<Pick<Build, 'table' | 'state' | 'position'>>(CLAIM, [
      name,
      version,
      build,
      fence,
    ]);
    if (rows[0] === undefined) throw new Fenced(name);
    return { name, version, build, fence, ...rows[0] };
  }

  /** Secondary indexes come when the table is full: built once, instead of kept through every page. */
  async index(build: Build): Promise<void> {
    await this.#transact(async (client) => {
      await client.query('set local statement_timeout = 0');
      for (const [place, spec] of this.projection.indexes.entries()) {
        const rest = /^\s*(\(|using\s)/i.test(spec) ? spec : `(${spec})`;
        const name = `${build.table.slice('read.'.length)}_i${place + 1}`;
        await client.query(`create index if not exists ${name} on ${build.table} ${rest}`);
      }
      await client.query(`analyze ${build.table}`);
    });
  }

  /**
   * Makes the build the one that readers of its version see. What they saw so far, of this version or another, is held
   * still meanwhile, and `catchUp` brings this one at least as far, so that no reader sees a state older than before.
   */
  async activate(
    build: Build,
    catchUp: (client: PoolClient, upTo: Position) => Promise<void>,
  ): Promise<void> {
    const { name, version } = build;
    await this.#transact(async (client) => {
      const live = await client.query<{ position: Position }>(
        `select position from platform.projections where name = $1 and state = 'active' order by version for update`,
        [name],
      );
      for (const { position } of live.rows) await catchUp(client, position);
      await client.query(
        `update platform.projections set state = 'retired', changed_at = clock_timestamp()
          where name = $1 and version = $2 and state = 'active'`,
        [name, version],
      );
      const switched = await client.query(
        `update platform.projections set state = 'active', changed_at = clock_timestamp()
          where name = $1 and version = $2 and build = $3 and fence = $4::bigint and state = 'building'`,
        [name, version, build.build, build.fence],
      );
      if (switched.rowCount !== 1) throw new Fenced(name);
    });
  }

  /** Says that this version is being followed, now. */
  async noteFollowed(): Promise<void> {
    await this.pool.query(FOLLOWED, [this.projection.name, this.projection.version]);
  }

  /** Drops tables that no reader uses any more: replaced, or of a release that has not been there for long. */
  async dropLapsed({ keepRetiredMs, keepUnfollowedMs }: Keeping): Promise<void> {
    const { name, version } = this.projection;
    const { rows } = await this.pool.query<{ table: string }>(LAPSED, [
      name,
      version,
      keepRetiredMs,
      keepUnfollowedMs,
    ]);
    for (const { table } of rows) await this.drop(table);
  }

  /** Drops what an interrupted rebuild of this version has left behind. */
  async dropUnfinished(): Promise<void> {
    const { name, version } = this.projection;
    const { rows } = await this.pool.query<{ table: string }>(
      `select table_name as table from platform.projections p where name = $1 and version = $2 and state = 'building'
        and exists (select 1 from platform.projections where name = $1 and version = $2 and state = 'active')`,
      [name, version],
    );
    for (const { table } of rows) await this.drop(table);
  }

  async drop(table: string): Promise<void> {
    await this.#transact(async (client) => {
      await client.query(`set local lock_timeout = '1s'`);
      await client.query(`drop table if exists ${table}`);
      await client.query(`delete from platform.projections where table_name = $1`, [table]);
    });
  }

  #createTable(table: string): string {
    const { columns, key } = this.projection;
    const cells = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
    return `create table ${table} (${cells.join(', ')}, primary key (${key})) with (fillfactor = 85)`;
  }

  async #transact<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
  }
}
