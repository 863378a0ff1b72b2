import { messageOf } from '#platform/postgres';
import type { Position, RecordedEvent } from '#platform/event-store';
import { failPoint } from '#platform/failpoint';
import { Fenced } from '#platform/leadership';
import type { Build, Queryable } from './builds.js';
import type { Columns } from './columns.js';
import type { AnyProjection, ProjectedEvent } from './projection.js';

/** Makes of a stored event what the newest code knows. Throws on one it does not know. */
export type Upcast = (event: RecordedEvent) => ProjectedEvent;

/** An event that cannot be folded. The read model stops before it. */
export class PoisonEvent extends Error {
  constructor(
    readonly index: number,
    readonly event: RecordedEvent,
    cause: unknown,
  ) {
    super(`${event.type} in ${event.stream} at ${event.position}: ${messageOf(cause)}`, { cause });
    this.name = 'PoisonEvent';
  }
}

type Row = Record<string, unknown>;
type Rows = Map<string, Row | null>;
type Change = readonly [key: string, event: ProjectedEvent, index: number];

/** What a page makes of the rows it touches: as they stand in the table (null: not there), and as they become. */
interface Folded {
  readonly before: Rows;
  readonly after: Rows;
}

/**
 * Applies events to one build: rows and checkpoint in one statement, or not at all. The fence makes this the only
 * writer, so what it has read or written it knows to be there, and what it has not found, not to be.
 */
export class PageWriter {
  readonly #load: string;
  /** The statement for each set of columns that a page has changed. */
  readonly #writes = new Map<string, string>();
  /** As they stand in the table. */
  readonly #kept: Rows = new Map();
  /** Folded and not yet written: how they stand in the table, and what they have become. */
  #pending: Folded = { before: new Map(), after: new Map() };

  constructor(
    private readonly projection: AnyProjection,
    private readonly columns: Columns,
    private readonly build: Build,
    private readonly upcast: Upcast,
    /** Rows kept in memory from page to page. */
    private readonly keep = 0,
  ) {
    this.#load = `select ${columns.selected} from ${build.table} where ${projection.key} = any($1)`;
  }

  /**
   * Folds the events and moves the checkpoint from `from` to `to`. Where they change no row it does so only if the
   * checkpoint is `due`, and answers whether it has: what was left is read again by whoever comes after.
   * Throws {@link PoisonEvent} for an event that cannot be folded or stored, with everything before it
   * applied, and {@link Fenced} when somebody else has written since.
   */
  async apply(
    connection: Queryable,
    events: readonly RecordedEvent[],
    from: Position,
    to: Position,
    due = true,
  ): Promise<boolean> {
    try {
      await this.gather(connection, events);
      const isDue = due || this.#pendingChanges();
      if (isDue) await this.write(connection, from, to);
      else this.#pending = { before: new Map(), after: new Map() };
      return isDue;
    } catch (error) {
      this.forget();
      if (isDataError(error)) {
        await this.#applyOneByOne(connection, events, from, error);
        return true;
      }
      if (error instanceof PoisonEvent) await this.#applyBefore(connection, events, from, error);
      throw error;
    }
  }

  /**
   * Folds the events in memory only, and answers how many rows wait to be written. Throws {@link PoisonEvent}, with
   * none of them folded.
   */
  async gather(connection: Queryable, events: readonly RecordedEvent[]): Promise<number> {
    const { before, after } = await this.#fold(connection, events);
    for (const [key, row] of before) {
      if (!this.#pending.before.has(key)) this.#pending.before.set(key, row);
    }
    for (const [key, row] of after) this.#pending.after.set(key, row);
    return this.#pending.after.size;
  }

  /** Writes what was gathered, with the checkpoint. Throws {@link Fenced}, and what the database says of a row. */
  async write(connection: Queryable, from: Position, to: Position): Promise<void> {
    const pending = this.#pending;
    await this.#store(connection, pending, from, to);
    this.#pending = { before: new Map(), after: new Map() };
    this.#remember(pending.after);
  }

  #pendingChanges(): boolean {
    const { before, after } = this.#pending;
    return [...after].some(([key, row]) => row !== (before.get(key) ?? null));
  }

  /** Lets go of everything in memory: the table and its checkpoint are what counts. */
  forget(): void {
    this.#kept.clear();
    this.#pending = { before: new Map(), after: new Map() };
  }

  async #applyBefore(
    connection: Queryable,
    events: readonly RecordedEvent[],
    from: Position,
    poison: PoisonEvent,
  ): Promise<void> {
    const last = events[poison.index - 1];
    if (last !== undefined) await this.apply(connection, events.slice(0, poison.index), from, last.position);
  }

  /** The table refused a row of the page. Which event it came from shows when each stands alone. */
  async #applyOneByOne(
    connection: Queryable,
    events: readonly RecordedEvent[],
    from: Position,
    refusal: unknown,
  ): Promise<void> {
    const [only] = events;
    if (events.length === 1 && only !== undefined) throw new PoisonEvent(0, only, refusal);
    let at = from;
    for (const event of events) {
      await this.apply(connection, [event], at, event.position);
      at = event.position;
    }
  }

  async #fold(connection: Queryable, events: readonly RecordedEvent[]): Promise<Folded> {
    const changes = this.#changes(events);
    const before = await this.#rows(connection, new Set(changes.map(([key]) => key)));
    const after: Rows = new Map(before);
    for (const [key, event, index] of changes) {
      try {
        const row = after.get(key) ?? null;
        const next = this.projection.fold(row, key, event) as Row | null;
        if (next !== row) after.set(key, next === null ? null : this.#become(row, next));
      } catch (error) {
        throw new PoisonEvent(index, events[index] as RecordedEvent, error);
      }
    }
    return { before, after };
  }

  /** The row in its one form; that which stood where no column differs. */
  #become(row: Row | null, next: Row): Row {
    const canonical = this.columns.canonical(next, row);
    const stays = row !== null && this.columns.names.every((name) => canonical[name] === row[name]);
    return stays ? row : canonical;
  }

  #changes(events: readonly RecordedEvent[]): Change[] {
    const changes: Change[] = [];
    for (const [index, recorded] of events.entries()) {
      if (!this.#concerns(recorded)) continue;
      try {
        const event = this.upcast(recorded);
        for (const key of this.projection.touches(event)) changes.push([key, event, index]);
      } catch (error) {
        throw new PoisonEvent(index, recorded, error);
      }
    }
    return changes;
  }

  #concerns(event: RecordedEvent): boolean {
    const dash = event.stream.indexOf('-');
    return this.projection.categories.includes(dash < 0 ? event.stream : event.stream.slice(0, dash));
  }

  async #rows(connection: Queryable, keys: Set<string>): Promise<Rows> {
    const rows: Rows = new Map();
    const unknown: string[] = [];
    for (const key of keys) {
      const known = this.#pending.after.get(key) ?? this.#kept.get(key);
      if (known === undefined && !this.#pending.after.has(key)) unknown.push(key);
      rows.set(key, known ?? null);
    }
    if (unknown.length === 0) return rows;
    const found = await connection.query<Row>({
      name: `${this.build.table} load`,
      text: this.#load,
      values: [unknown],
    });
    for (const row of found.rows) {
      rows.set(row[this.projection.key] as string, this.columns.canonical(row));
    }
    return rows;
  }

  #remember(rows: Rows): void {
    if (this.keep === 0) return;
    if (this.#kept.size + rows.size > this.keep) this.#kept.clear();
    for (const [key, row] of rows) this.#kept.set(key, row);
  }

  async #store(
    connection: Queryable,
    { before, after }: Folded,
    from: Position,
    to: Position,
  ): Promise<void> {
    const added: Row[] = [];
    const changed: Row[] = [];
    const gone: string[] = [];
    const others = new Set<string>();
    for (const [key, row] of after) {
      const stood = before.get(key) ?? null;
      if (row === stood) continue;
      if (row === null) gone.push(key);
      else if (stood === null) added.push(row);
      else {
        changed.push(row);
        for (const column of this.columns.names) if (row[column] !== stood[column]) others.add(column);
      }
    }
    const columns = this.columns.names.filter((column) => others.has(column));
    const mask = columns.reduce((sum, column) => sum + 2 ** this.columns.names.indexOf(column), 0);
    const { name, version, build, fence } = this.build;
    const values = [to, name, version, build, from, fence, gone, JSON.stringify(added)];
    const stored = connection.query<{ moved: boolean }>({
      name: `${this.build.table} ${mask.toString(36)}`,
      text: this.#write(columns),
      values: columns.length === 0 ? values : [...values, this.#cells(changed, columns)],
    });
    failPoint('page-sent');
    const { rows } = await stored;
    failPoint('page-stored');
    if (rows[0]?.moved !== true) throw new Fenced(name);
  }

  #write(changed: readonly string[]): string {
    const known = this.#writes.get(changed.join());
    if (known !== undefined) return known;
    const statement = writeStatement(this.projection, this.columns, this.build, changed);
    this.#writes.set(changed.join(), statement);
    return statement;
  }

  /** Of each row its key and these columns only: the others stay as they are. */
  #cells(rows: readonly Row[], columns: readonly string[]): string {
    const names = [this.projection.key, ...columns];
    return JSON.stringify(rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]]))));
  }
}

/**
 * Nobody waits for the disk: what a crash takes away it takes away with its checkpoint, and it is read from the log again.
 * One statement, so nothing can come between rows and checkpoint. `moved` waits for whoever holds the
 * checkpoint's row; if the position or the fence is another by then, it is empty and nothing is written.
 * Rows come as jsonb, not as json: what is jsonb in them is then parsed once, not twice, which halves what reading them costs.
 * @param others the columns that differ in any of the rows changed; what stays is neither sent nor set
 */
function writeStatement(
  projection: AnyProjection,
  columns: Columns,
  build: Build,
  others: readonly string[],
): string {
  const { key } = projection;
  const { table } = build;
  const names = columns.names.join(', ');
  const updates = others.map((name) => `${name} = page.${name}`).join(', ');
  const changed = `,
    changed as (
      update ${table} as stored set ${updates}
        from jsonb_to_recordset($9::jsonb) as page(${columns.record([key, ...others])})
        where stored.${key} = page.${key} and exists (select from moved))`;
  return `with moved as (
      update platform.projections
        set position = $1, error = null, error_position = null, changed_at = clock_timestamp()
        where name = $2 and version = $3 and build = $4 and position = $5 and fence = $6::bigint
          and state <> 'retired'
        returning 1),
    gone as (
      delete from ${table} where ${key} = any($7::text[]) and exists (select from moved)),
    added as (
      insert into ${table} (${names})
        select ${names} from jsonb_to_recordset($8::jsonb) as page(${columns.record(columns.names)})
          where exists (select from moved))${others.length === 0 ? '' : changed}
    select exists (select from moved) as moved, set_config('synchronous_commit', 'off', true)`;
}

/** Bad value, broken constraint or too long for an index: the row's fault, not the connection's. */
export function isDataError(error: unknown): boolean {
  return /^(22|23|54)/.test((error as { code?: string }).code ?? '');
}
