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
