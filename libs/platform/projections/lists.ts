/** A page of a list and where the next one begins. */
export interface ListPage<Row, Cursor> {
  readonly rows: readonly Row[];
  readonly next: Cursor | null;
}

/** SQL conditions with their values, numbered as they are added. */
export class Conditions {
  readonly values: unknown[] = [];
  readonly #parts: string[] = [];

  /** Adds a condition; `?` stands for the value, and of several values each `?` for its own. */
  add(sql: string, ...values: readonly unknown[]): this {
    const first = this.values.length + 1;
    let place = 0;
    this.#parts.push(sql.replaceAll('?', () => `$${first + (values.length > 1 ? place++ : 0)}`));
    this.values.push(...values);
    return this;
  }

  /** Adds a condition when there is a value. */
  when(sql: string, value: unknown): this {
    return value === undefined ? this : this.add(sql, value);
  }

  get sql(): string {
    return this.#parts.join(' and ');
  }
}

/** Cuts the row that was read too many: it says that there is a next page. */
export function cut<Row, Cursor>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
): ListPage<Row, Cursor> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** A column of moments as the API shows them. */
export function isoColumn(table: string, column: string): string {
  return `to_char(${table}.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${column}`;
}
