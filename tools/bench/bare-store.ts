import pg from 'pg';

/**
 * The yardstick: about the least that can be called an event store on PostgreSQL. One call of a function
 * appends one event in its own transaction; no chain, no repetition check, no safe global order.
 */
const SCHEMA = `
  create schema bare;
  create table bare.streams (stream_id text primary key, version bigint not null);
  create table bare.events (
    position bigserial primary key,
    tx xid8 not null default pg_current_xact_id(),
    stream_id text not null,
    version bigint not null,
    event_id uuid not null,
    type text not null,
    data jsonb not null,
    meta jsonb not null,
    at timestamptz not null default clock_timestamp(),
    unique (stream_id, version)
  );
  create function bare.append(_stream text, _expected bigint, _id uuid, _type text, _data jsonb, _meta jsonb)
  returns bigint language plpgsql as $$
  declare
    _position bigint;
  begin
    if _expected = -1 then
      insert into bare.streams values (_stream, 0);
    else
      update bare.streams set version = _expected + 1 where stream_id = _stream and version = _expected;
      if not found then raise exception 'wrong version'; end if;
    end if;
    insert into bare.events (stream_id, version, event_id, type, data, meta)
      values (_stream, _expected + 1, _id, _type, _data, _meta) returning position into _position;
    return _position;
  end $$;`;

/** An event as the yardstick takes it. */
export interface BareEvent {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly meta: unknown;
}

/** A row as `pg` gives it, JSON parsed. */
interface Row {
  readonly position: string;
  readonly stream_id: string;
  readonly version: string;
  readonly data: unknown;
  readonly meta: unknown;
}

/** Creates the yardstick's tables and function in a scratch database. */
export async function createBareStore(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(SCHEMA);
  await client.end();
}

/** The yardstick through `pg`, with named prepared statements. */
export class BareStore {
  readonly pool: pg.Pool;

  constructor(url: string, connections: number) {
    this.pool = new pg.Pool({ connectionString: url, max: connections });
    this.pool.on('error', () => undefined);
  }

  /** @param expected version of the newest event, -1 for a new stream. */
  append(stream: string, expected: number, event: BareEvent): Promise<unknown> {
    const values = [stream, expected, event.id, event.type, event.data, event.meta];
    return this.pool.query({
      name: 'bare-append',
      text: 'select bare.append($1, $2, $3, $4, $5, $6)',
      values,
    });
  }

  /** A whole stream in one statement, to fill the table. */
  appendAll(stream: string, events: readonly BareEvent[]): Promise<unknown> {
    const text = `insert into bare.events (stream_id, version, event_id, type, data, meta)
      select $1, n - 1, (e->>'id')::uuid, e->>'type', e->'data', e->'meta'
      from jsonb_array_elements($2::jsonb) with ordinality as a(e, n)`;
    return this.pool.query({ name: 'bare-fill', text, values: [stream, JSON.stringify(events)] });
  }

  async load(stream: string): Promise<readonly Row[]> {
    const text = `select stream_id, version, position, event_id, type, data, meta
      from bare.events where stream_id = $1 order by version`;
    return (await this.pool.query<Row>({ name: 'bare-load', text, values: [stream] })).rows;
  }

  /** Events after the position. */
  async page(after: number, limit: number): Promise<readonly Row[]> {
    const text = `select position, stream_id, version, event_id, type, data, meta
      from bare.events where position > $1 order by position limit $2`;
    return (await this.pool.query<Row>({ name: 'bare-page', text, values: [after, limit] })).rows;
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
