/** What of a list a person may see: an office's rows, or of these only those he handles or registered. */
export interface ListScope {
  readonly officeId: string;
  /** No case from which this person stands aside is shown (回避, G62). */
  readonly person: string;
  /** A row is shown when either of these that is given holds for it; with neither, none is. */
  readonly own?: { readonly assignedTo?: string; readonly registeredBy?: string };
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

  scope({ officeId, person, own }: ListScope, alias: string): this {
    this.add(`${alias}.office = ?`, officeId);
    this.add(`not ${alias}.recused @> array[?::text]`, person);
    if (!own) return this;
    return this.add(
      `(${alias}.handlers @> array[?::text] or ${alias}.registered_by = $${this.values.length + 2}::text)`,
      own.assignedTo ?? null,
    ).with(own.registeredBy ?? null);
  }

  /** Adds a value that a condition has named by its number. */
  private with(value: unknown): this {
    this.values.push(value);
    return this;
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
