import pg from 'pg';

const LOCK = `  update es.head h set position = h.position + _events
    returning h.position - _events, h.epoch into _head, _epoch;`;
/** Places of refused appends are given back at the end; without the lock others have moved on meanwhile. */
const GIVE_BACK = 'update es.head set position = _place;';
const KEEP = 'null;';
const PAUSE = `perform pg_sleep(random() * 0.02);`;

/** A way to break `es.append`: what is created beside it, and what stands in place of the lock. */
export interface Mutation {
  readonly before: string;
  readonly instead: string;
}

/** What must never pass the checker: each takes away what makes the order of the log safe. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'positions without the lock': {
    before: 'drop index es.events_position',
    instead: `select h.position, h.epoch into _head, _epoch from es.head h;
      ${PAUSE}
      update es.head h set position = greatest(h.position, _head + _events);`,
  },
  'positions from a sequence, without the lock': {
    before: 'create sequence es.place; grant usage on es.place to tousu_owner; drop index es.events_position',
    instead: `select min(nextval('es.place')) - 1 into _head from generate_series(1, _events);
      select h.epoch into _epoch from es.head h;
      ${PAUSE}
      update es.head h set position = greatest(h.position, _head + _events);`,
  },
};

/** Installs the mutation in a scratch database. */
export async function installMutation(adminUrl: string, mutation: Mutation): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(mutation.before);
    await replaceIn(client, 'es.append', LOCK, mutation.instead);
    await replaceIn(client, 'es.append_mixed', GIVE_BACK, KEEP);
    // Every append goes the mutated way.
    await client.query(`create or replace function es.append_one(_stream text, _expected bigint, _id uuid, _body text)
      returns bigint[] language sql as 'select null::bigint[]'`);
  } finally {
    await client.end();
  }
}

async function replaceIn(client: pg.Client, name: string, part: string, other: string): Promise<void> {
  const { rows } = await client.query<{ text: string }>('select pg_get_functiondef($1::regproc) as text', [
    name,
  ]);
  const text = rows[0]?.text ?? '';
  if (!text.includes(part)) throw new Error(`${name} does not contain what the mutation replaces`);
  await client.query(text.replace(part, () => other));
}
