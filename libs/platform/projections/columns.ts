import type { AnyProjection } from './projection.js';

type Cell = (value: unknown) => unknown;

/** How a kind of column is read from the table, and how a value of it is written in one form only. */
interface Kind {
  select(column: string): string;
  readonly cell: Cell;
}

/** A moment as the tables give it back; a date that does not exist is for them to refuse. */
const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const asItIs: Kind = { select: (column) => column, cell: (value) => value };
const KINDS: Readonly<Record<string, Kind>> = {
  text: asItIs,
  'text[]': asItIs,
  boolean: asItIs,
  integer: asItIs,
  'double precision': asItIs,
  bigint: { select: (column) => `${column}::float8 as ${column}`, cell: (value) => value },
  date: { select: (column) => `to_char(${column}, 'YYYY-MM-DD') as ${column}`, cell: (value) => value },
  timestamptz: {
    select: (column) => column,
    cell: (value) => {
      if (value instanceof Date) return value.toISOString();
      return typeof value === 'string' && !CANONICAL.test(value) ? new Date(value).toISOString() : value;
    },
  },
  jsonb: { select: (column) => column, cell: sorted },
};

/** The same object with its keys in order, without `undefined`: jsonb does not keep the order it was given. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const source = value as Record<string, unknown>;
  const target: Record<string, unknown> = {};
  for (const key of Object.keys(source).sort()) {
    if (source[key] !== undefined) target[key] = sorted(source[key]);
  }
  return target;
}

const NAME = /^[a-z][a-z0-9_]{0,40}$/;

/** The columns of a projection, ready to be read, written and compared. */
export class Columns {
  readonly names: readonly string[];
  readonly selected: string;
  readonly #types: Readonly<Record<string, string>>;
  readonly #cells: readonly (readonly [string, Cell])[];

  /** Throws when a name, type or key is not one this machinery keeps faithfully. */
  constructor(projection: AnyProjection) {
    const types = projection.columns as Readonly<Record<string, string>>;
    this.names = Object.keys(types);
    for (const name of [projection.name, ...this.names]) {
      if (!NAME.test(name)) throw new Error(`${projection.name}: "${name}" is not a lower-case SQL name`);
    }
    if (baseType(types[projection.key] ?? '') !== 'text') {
      throw new Error(`${projection.name}: the key ${projection.key} must be a text column`);
    }
    const kinds = this.names.map((name) => kindOf(projection.name, name, types[name] ?? ''));
    this.#cells = this.names.map((name, index) => [name, kinds[index]?.cell ?? asItIs.cell]);
    this.selected = this.names.map((name, index) => kinds[index]?.select(name)).join(', ');
    this.#types = types;
  }

  /** Names and types of some columns, without constraints, for `jsonb_to_recordset`. */
  record(names: readonly string[]): string {
    return names.map((name) => `${name} ${baseType(this.#types[name] ?? '')}`).join(', ');
  }

  /**
   * The row in its one form: every column, no other, equal to what the table gives back. What it has taken over
   * from `before`, a row in that form, is not looked at again.
   */
  canonical(row: object, before?: Readonly<Record<string, unknown>> | null): Record<string, unknown> {
    const source = row as Record<string, unknown>;
    const target: Record<string, unknown> = {};
    for (const [name, cell] of this.#cells) {
      const value = source[name];
      if (value === undefined || value === null) target[name] = null;
      else target[name] = before && value === before[name] ? value : cell(value);
    }
    return target;
  }
}

/** The type of a column without its constraint. */
export function baseType(type: string): string {
  return type
    .replace(/\s+not null$/i, '')
    .trim()
    .toLowerCase();
}

function kindOf(projection: string, column: string, type: string): Kind {
  const kind = KINDS[baseType(type)];
  if (kind === undefined) {
    throw new Error(`${projection}.${column}: "${type}" is none of ${Object.keys(KINDS).join(', ')}`);
  }
  return kind;
}
