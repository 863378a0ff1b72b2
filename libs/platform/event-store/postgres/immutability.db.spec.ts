import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { appConnection, migrate } from '#platform/postgres';
import { createTestDatabase, type TestDatabase } from '#testing';
import { sampleEvent } from '../contract.js';
import { PositionBeyondLog } from '../errors.js';
import type { AppendRequest, Position } from '../port.js';
import { verifyStream, type StreamEnd } from '../verify.js';
import { PostgresEventStore } from './postgres-event-store.js';

let database: TestDatabase;
let admin: pg.Client;
let store: PostgresEventStore;
let streams = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  store = new PostgresEventStore(database.url);
});
afterAll(async () => {
  await store.close();
  await admin.end();
  await database.drop();
});

async function streamOf(...names: string[]): Promise<string> {
  const stream = `case-${(streams += 1)}`;
  const events = names.map((name) => sampleEvent(`${stream} ${name}`));
  await store.append({ stream, expected: 'no-stream', events });
  return stream;
}

describe('the role of the application', () => {
  let app: pg.Client;
  beforeAll(async () => {
    await streamOf('a');
    app = new pg.Client(appConnection(database.url, { applicationName: 'app' }));
    await app.connect();
  });
  afterAll(() => app.end());

  it.each([
    `update es.events set body = '{}'`,
    'delete from es.events',
    'truncate es.events',
    `insert into es.events (position, stream_id, revision, category, event_id, body, chain)
     values (99, 'case-x', 0, 'case', gen_random_uuid(), '{}', '')`,
    'update es.streams set revision = 0',
    'delete from es.streams',
    'update es.head set position = 0',
    'select * from es.head for update',
    'do $$ begin lock table es.events in exclusive mode; end $$',
    `insert into es.epochs values (9, 'x', 1, 1)`,
    'alter table es.events disable trigger immutable',
    'drop trigger immutable on es.events',
    'drop table es.events cascade',
    'alter table es.events owner to tousu_app',
    'create table es.other (id int)',
    'create or replace function es.refuse_change() returns trigger language plpgsql as $$ begin return null; end $$',
    `set session_replication_role = replica`,
    `select es.append_each(0, 1, array['case-x'], array[-1]::bigint[], array[gen_random_uuid()], array['{}'])`,
  ])('may not: %s', async (sql) => {
    await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('may read and append', async () => {
    expect((await app.query('select count(*)::int as n from es.events')).rows[0].n).toBeGreaterThan(0);
    const { rows } = await app.query(`select es.append_one('case-app', -1, gen_random_uuid(), '{}') as said`);
    expect(rows[0].said).toHaveLength(2);
  });
});

describe('the owner, too, is refused while the triggers stand', () => {
  it.each([
    'update es.events set revision = 9',
    'delete from es.events',
    'truncate es.events cascade',
    'delete from es.streams',
    'delete from es.head',
    'delete from es.epochs',
  ])('%s', async (sql) => {
    await expect(admin.query(`set role tousu_owner; ${sql}`)).rejects.toMatchObject({ code: '42501' });
    await admin.query('reset role; set session_replication_role = replica');
    await expect(admin.query(sql)).rejects.toMatchObject({ code: '42501' });
    await admin.query('reset session_replication_role');
  });
});

describe('somebody with the rights of the owner changed the log', () => {
  async function tamper(...sql: string[]): Promise<void> {
    for (const table of ['events', 'streams', 'epochs']) {
      await admin.query(`alter table es.${table} disable trigger immutable`);
    }
    for (const each of sql) await admin.query(each);
    for (const table of ['events', 'streams', 'epochs']) {
      await admin.query(`alter table es.${table} enable always trigger immutable`);
    }
  }

  const bodyOf = (stream: string, revision: number) =>
    `(select body from es.events where stream_id = '${stream}' and revision = ${revision})`;
  const cases: [what: string, sql: (stream: string) => string[], revision: number, reason: string][] = [
    ['nothing changed', () => [], -1, ''],
    [
      'one letter',
      (s) => [`update es.events set body = replace(body, '${s} c', '${s} C') where stream_id = '${s}'`],
      2,
      'chain-broken',
    ],
    [
      'one bit of a chain',
      (s) => [
        `update es.events set chain = set_bit(chain, 7, 1 - get_bit(chain, 7)) where stream_id = '${s}' and revision = 1`,
      ],
      1,
      'chain-broken',
    ],
    [
      'a space',
      (s) => [
        `update es.events set body = replace(body, ',"id"', ', "id"') where stream_id = '${s}' and revision = 3`,
      ],
      3,
      'not-canonical',
    ],
    [
      'no JSON',
      (s) => [`update es.events set body = 'x' where stream_id = '${s}' and revision = 3`],
      3,
      'not-canonical',
    ],
    [
      'the id',
      (s) => [`update es.events set event_id = gen_random_uuid() where stream_id = '${s}' and revision = 1`],
      1,
      'other-id',
    ],
    ['one removed', (s) => [`delete from es.events where stream_id = '${s}' and revision = 2`], 2, 'missing'],
    [
      'the first removed',
      (s) => [`delete from es.events where stream_id = '${s}' and revision = 0`],
      0,
      'missing',
    ],
    [
      'the tail removed',
      (s) => [`delete from es.events where stream_id = '${s}' and revision > 2`],
      3,
      'missing',
    ],
    ['all removed', (s) => [`delete from es.events where stream_id = '${s}'`], 0, 'missing'],
    [
      'one removed, the others moved up',
      (s) => [
        `delete from es.events where stream_id = '${s}' and revision = 1`,
        `update es.events set revision = revision - 1 where stream_id = '${s}' and revision > 1`,
      ],
      1,
      'chain-broken',
    ],
    [
      'two swapped',
      (s) => [
        `update es.events set revision = case revision when 1 then 102 else 101 end where stream_id = '${s}' and revision in (1, 2)`,
        `update es.events set revision = revision - 100 where stream_id = '${s}' and revision > 100`,
      ],
      1,
      'chain-broken',
    ],
    [
      'two bodies swapped',
      (s) => [
        `update es.events e set body = case revision when 1 then ${bodyOf(s, 2)} else ${bodyOf(s, 1)} end where stream_id = '${s}' and revision in (1, 2)`,
      ],
      1,
      'other-id',
    ],
    [
      'one added',
      (s) => [
        `insert into es.events select 100000 + position, stream_id, 5, category, gen_random_uuid(), body, chain from es.events where stream_id = '${s}' and revision = 4`,
      ],
      5,
      'other-id',
    ],
  ];

  it.each(cases)('%s: the first bad event is named', async (_, sql, revision, reason) => {
    const stream = await streamOf('a', 'b', 'c', 'd', 'e');
    await tamper(...sql(stream));
    const expected = reason === '' ? { intact: true, events: 5 } : { intact: false, revision, reason };
    expect(await store.verify(stream)).toMatchObject(expected);
  });

  it('a tail removed together with its traces is named by an end that was written down elsewhere', async () => {
    const stream = await streamOf('a', 'b', 'c');
    const last = (await store.readStream(stream)).at(-1)!;
    const end: StreamEnd = { revision: last.revision, chain: last.chain };
    await tamper(
      `update es.streams s set revision = 1, tip = e.chain from es.events e
       where s.stream_id = '${stream}' and e.stream_id = s.stream_id and e.revision = 1`,
      `delete from es.events where stream_id = '${stream}' and revision = 2`,
    );
    expect(await store.verify(stream)).toMatchObject({ intact: true, events: 2 });
    const left = await store.readStream(stream);
    expect(verifyStream(stream, left)).toMatchObject({ intact: true });
    expect(verifyStream(stream, left, end)).toEqual({ intact: false, revision: 2, reason: 'missing' });
  });

  it('a log put back to an older state on another cluster opens a new epoch; cursors of the lost end say so', async () => {
    const kept = await store.head();
    await streamOf('lost');
    const lost = await store.head();
    await tamper(
      `delete from es.events where position > ${placeOf(kept)}`,
      `delete from es.streams s where not exists (select from es.events e where e.stream_id = s.stream_id)`,
      `update es.head set position = ${placeOf(kept)}`,
      `update es.epochs set system_identifier = 'the cluster before'`,
    );
    const restored = new PostgresEventStore(database.url, { applicationName: 'restored' });
    try {
      await expect(restored.readAll(lost, 10)).rejects.toBeInstanceOf(PositionBeyondLog);
      const request: AppendRequest = { stream: 'case-new', expected: 'any', events: [sampleEvent('new')] };
      await restored.append(request);
      await restored.append({ ...request, stream: 'case-new-2' });
      await expect(restored.readAll(lost, 10)).rejects.toBeInstanceOf(PositionBeyondLog);
      const page = await restored.readAll(kept, 10);
      expect(page.events.map(({ stream }) => stream)).toEqual(['case-new', 'case-new-2']);
      expect(page.events.every(({ position }) => restored.comparePositions(position, lost) > 0)).toBe(true);
      expect(page.next.slice(0, 6)).toBe('000002');
      expect(await store.readAll(kept, 10)).toEqual(page);
    } finally {
      await restored.close();
    }
  });
});

function placeOf(position: Position): number {
  return Number(position.slice(7));
}
