import type { Pool } from 'pg';
import type { Position } from '#platform/event-store';
import { NotBuiltYet, type ReadModels } from './read-models.js';

/** A read model as it stood at one place in the log, whatever is written meanwhile. */
export interface Snapshot {
  /** Up to where it had read. */
  readonly position: Position;
  rows<Row>(sql: (table: string) => string, values: readonly unknown[]): Promise<Row[]>;
}

/** Reads the tables of the read models. Only apps know where these are. */
export abstract class Tables {
  /** The table that answers for a read model now; rejects while it is being built for the first time. */
  abstract tableOf(readModel: string): Promise<string>;
  /** Runs a query on the read model's table. */
  abstract rows<Row>(
    readModel: string,
    sql: (table: string) => string,
    values: readonly unknown[],
  ): Promise<Row[]>;
  /** Runs several queries on one state of the read model: what they answer belongs together. */
  abstract snapshot<T>(readModel: string, read: (snapshot: Snapshot) => Promise<T>): Promise<T>;
}

const PLACE = 'select position from platform.projections where table_name = $1';

/** The read models' tables in PostgreSQL. */
export class SqlTables extends Tables {
  constructor(
    private readonly pool: Pool,
    private readonly models: ReadModels,
  ) {
    super();
  }

  override tableOf(readModel: string): Promise<string> {
    return this.models.tableOf(readModel);
  }

  override async rows<Row>(
    readModel: string,
    sql: (table: string) => string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const table = await this.tableOf(readModel);
    const { rows } = await this.pool.query(sql(table), [...values]);
    return rows as Row[];
  }

  override async snapshot<T>(readModel: string, read: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const table = await this.models.tableOf(readModel);
    const client = await this.pool.connect();
    try {
      await client.query('begin transaction isolation level repeatable read, read only');
      const { rows: places } = await client.query<{ position: Position }>(PLACE, [table]);
      const [place] = places;
      if (place === undefined) throw new NotBuiltYet(readModel);
      return await read({
        position: place.position,
        async rows<Row>(sql: (table: string) => string, values: readonly unknown[]) {
          const { rows } = await client.query(sql(table), [...values]);
          return rows as Row[];
        },
      });
    } finally {
      await client.query('rollback').then(
        () => client.release(),
        (error: unknown) => client.release(error instanceof Error ? error : true),
      );
    }
  }
}
