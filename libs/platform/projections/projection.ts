import type { JsonObject } from '#kernel';
import type { Position } from '#platform/event-store';

/** An event as the newest code knows it: upcast, with its place in its stream and in the log. */
export interface ProjectedEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly type: string;
  readonly data: JsonObject;
  readonly meta: JsonObject;
}

/**
 * A read model: a table, and the pure fold that makes its rows from events.
 *
 * The fold sees one row and one event, and returns the row afterwards; `null` is no row. It reads no
 * clock, no other row and nothing from outside, so a table built anew equals the one kept up to date.
 * Whoever changes a fold, a column or an index raises `version`: the new table is built beside the old.
 */
export interface Projection<Row extends object> {
  /** Lower case with underscores; the table is `read.<name>_v<version>`. */
  readonly name: string;
  readonly version: number;
  /** Which streams matter: the text before the first `-` of their names. */
  readonly categories: readonly string[];
  /**
   * SQL type of each column, with `not null` where it holds. Known: text, text[], boolean, integer, bigint
   * (a safe integer), double precision, date (a Day), timestamptz (an Instant, milliseconds), jsonb.
   */
  readonly columns: Record<keyof Row & string, string>;
  /** The column that names a row; text. */
  readonly key: keyof Row & string;
  /** Column lists or expressions, e.g. `office, due_on`; or all of it from `using` or `(` on, e.g. `(office) where open`. */
  readonly indexes: readonly string[];
  /** Keys of the rows that the event changes. */
  touches(event: ProjectedEvent): readonly string[];
  fold(row: Row | null, key: string, event: ProjectedEvent): Row | null;
}

/** A projection whatever its row: what the machinery works with. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a fold takes and gives its own row only
export type AnyProjection = Projection<any>;

/** How a read model stands. */
export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  /**
   * `building`: not yet readable. `active`: readable and kept up to date. `stopped`: an event could not be
   * folded; readers see the state before it, and nothing after it until the fault is mended.
   */
  readonly state: 'building' | 'active' | 'stopped';
  readonly position: Position;
  /** Events it has not seen yet; `null` where the store's positions cannot be counted. */
  readonly lag: number | null;
  readonly caughtUp: boolean;
  /** Whether somebody keeps it up to date at this moment. */
  readonly led: boolean;
  /** What stopped it, and the event's position. */
  readonly error: { readonly message: string; readonly position: string } | null;
}
