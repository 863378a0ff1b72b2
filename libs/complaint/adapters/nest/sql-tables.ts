import { type ReadModels } from '#platform/projections';
import type { Pool } from 'pg';
import { Tables } from '../../read-models/index.js';

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
