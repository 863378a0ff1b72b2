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
type Change = readonly [key: string, event: ProjectedEvent, index: number];

/** Applies events to one build: rows and checkpoint in one statement, or not at all. */
export class PageWriter {
  readonly #load: string;
  readonly #write: string;
  readonly #kept = new Map<string, Row | null>();

  constructor(
    private readonly projection: AnyProjection,
    private readonly columns: Columns,
    private readonly build: Build,
    private readonly upcast: Upcast,
    /** Rows kept in memory from page to page. The fence makes this the only writer, so they stay true. */
    private readonly keep = 0,
  ) {
    this.#load = `select ${columns.selected} from ${build.table} where ${projection.key} = any($1)`;
    this.#write = writeStatement(projection, columns, build.table);
  }

  /** Whether any of the events belongs to a category of the projection. */
  concerns(events: readonly RecordedEvent[]): boolean {
    return events.some((event) => this.#concerns(event));
  }

  /**
   * Folds the events and moves the checkpoint from `from` to `to`.
   * Throws {@link PoisonEvent} for an event that cannot be folded or stored, with everything before it
   * applied, and {@link Fenced} when somebody else has written since.
   */
  async apply(
    connection: Queryable,
    events: readonly RecordedEvent[],
    from: Position,
    to: Position,
  ): Promise<void> {
    try {
      const { rows, changed, gone } = await this.#fold(connection, events);
      await this.#store(connection, changed, gone, from, to);
      this.#remember(rows);
    } catch (error) {
      this.#kept.clear();
      if (isDataError(error)) return this.#applyOneByOne(connection, events, from, error);
      if (error instanceof PoisonEvent) await this.#applyBefore(connection, events, from, error);
      throw error;
    }
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

  async #fold(connection: Queryable, events: readonly RecordedEvent[]) {
    const changes = this.#changes(events);
    const rows = await this.#rows(connection, new Set(changes.map(([key]) => key)));
    const stored = new Map(rows);
    for (const [key, event, index] of changes) {
      try {
        const before = rows.get(key) ?? null;
        const after = this.projection.fold(before, key, event) as Row | null;
        if (after !== before) rows.set(key, after === null ? null : this.columns.canonical(after));
      } catch (error) {
        throw new PoisonEvent(index, events[index] as RecordedEvent, error);
      }
    }
    const changed: Row[] = [];
    const gone: string[] = [];
    for (const [key, row] of rows) {
      if (row === (stored.get(key) ?? null)) continue;
      if (row === null) gone.push(key);
      else changed.push(row);
    }
    return { rows, changed, gone };
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

  async #rows(connection: Queryable, keys: Set<string>): Promise<Map<string, Row | null>> {
    const rows = new Map<string, Row | null>();
    if (keys.size === 0) return rows;
    const unknown: string[] = [];
    for (const key of keys) {
      const kept = this.#kept.get(key);
      if (kept === undefined) unknown.push(key);
      else rows.set(key, kept);
    }
    if (unknown.length === 0) return rows;
    const found = await connection.query<Row>(this.#load, [unknown]);
    for (const row of found.rows) {
      rows.set(row[this.projection.key] as string, this.columns.canonical(row));
    }
    return rows;
  }

  #remember(rows: ReadonlyMap<string, Row | null>): void {
    if (this.keep === 0) return;
    if (this.#kept.size + rows.size > this.keep) this.#kept.clear();
    for (const [key, row] of rows) this.#kept.set(key, row);
  }

  async #store(
    connection: Queryable,
    changed: readonly Row[],
    gone: readonly string[],
    from: Position,
    to: Position,
  ): Promise<void> {
    const { name, version, build, fence } = this.build;
    const stored = connection.query<{ moved: boolean }>(this.#write, [
      to,
      name,
      version,
      build,
      from,
      fence,
      gone,
      JSON.stringify(changed),
    ]);
    failPoint('page-sent');
    const { rows } = await stored;
    failPoint('page-stored');
    if (rows[0]?.moved !== true) throw new Fenced(name);
  }
}

/**
 * One statement, so nothing can come between rows and checkpoint. `moved` waits for whoever holds the
 * checkpoint's row; if the position or the fence is another by then, it is empty and nothing is written.
 */
function writeStatement(projection: AnyProjection, columns: Columns, table: string): string {
  const { key } = projection;
  const names = columns.names.join(', ');
  const updates = columns.names.filter((name) => name !== key).map((name) => `${name} = excluded.${name}`);
  const onConflict = updates.length === 0 ? 'do nothing' : `do update set ${updates.join(', ')}`;
  return `with moved as (
      update platform.projections
        set position = $1, error = null, error_position = null, changed_at = clock_timestamp()
        where name = $2 and version = $3 and build = $4 and position = $5 and fence = $6::bigint
          and state <> 'retired'
        returning 1),
    gone as (
      delete from ${table} where ${key} = any($7::text[]) and exists (select from moved)),
    written as (
      insert into ${table} (${names})
        select ${names} from json_to_recordset($8::json) as page(${columns.record})
          where exists (select from moved)
        on conflict (${key}) ${onConflict})
    select exists (select from moved) as moved`;
}

/** Bad value, broken constraint or too long for an index: the row's fault, not the connection's. */
function isDataError(error: unknown): boolean {
  return /^(22|23|54)/.test((error as { code?: string }).code ?? '');
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
