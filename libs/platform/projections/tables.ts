import type { Pool } from 'pg';
import type { ReadModels } from './read-models.js';

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
}

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
}
