/** What of a list a person may see: an office's rows, or of these only those he registered or handles. */
export interface ListScope {
  readonly office: string;
  readonly onlyOf?: string;
}

/** A page of a list and where the next one begins. */
export interface ListPage<Row, Cursor> {
  readonly rows: readonly Row[];
  readonly next: Cursor | null;
}

/** SQL conditions with their values, numbered as they are added. */
export class Conditions {
  readonly values: unknown[] = [];
  readonly #parts: string[] = [];

  /** Adds a condition; `?` stands for the value. */
  add(sql: string, value: unknown): this {
    this.values.push(value);
    this.#parts.push(sql.replaceAll('?', `$${this.values.length}`));
    return this;
  }

  /** Adds a condition when there is a value. */
  when(sql: string, value: unknown): this {
    return value === undefined ? this : this.add(sql, value);
  }

  scope({ office, onlyOf }: ListScope, alias: string): this {
    return this.add(`${alias}.office = ?`, office).when(
      `(${alias}.registered_by = ? or ? = any(${alias}.handlers))`,
      onlyOf,
    );
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
