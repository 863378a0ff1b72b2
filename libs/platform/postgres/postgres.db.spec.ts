import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing';
import { createAppPool } from './app-pool.js';
import { assertDurable, NotDurable } from './durable.js';
import { migrate, MigrationRefused } from './migrate.js';

const MIGRATIONS = fileURLToPath(new URL('./migrations/', import.meta.url));

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'tousu-migrations-'));
  await cp(MIGRATIONS, folder, { recursive: true });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('migrate', () => {
  it('applies every file once, also when several processes begin at the same time', async () => {
    const applied = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
    expect(applied.flat().filter((name) => name === '001-event-store.sql')).toHaveLength(1);
    expect(await migrate(database.url)).toEqual([]);
  });

  it('several new databases of one cluster at the same time do not trip over the roles', async () => {
    const databases = await Promise.all([createTestDatabase(), createTestDatabase(), createTestDatabase()]);
    await Promise.all(databases.map(({ url }) => migrate(url)));
    await Promise.all(databases.map((each) => each.drop()));
  });

  it('a file that fails leaves nothing behind', async () => {
    await writeFile(join(folder, '990-broken.sql'), 'create table public.half (id int); select nonsense;');
    await expect(migrate(database.url, folder)).rejects.toThrow(/990-broken\.sql failed: .*nonsense/);
    await writeFile(join(folder, '990-broken.sql'), 'create table public.half (id int);');
    expect(await migrate(database.url, folder)).toEqual(['990-broken.sql']);
  });

  it('refuses a database that a newer version has migrated', async () => {
    await expect(migrate(database.url)).rejects.toThrow(/newer version: 990-broken\.sql/);
  });

  it('refuses a file that was changed after it had been applied', async () => {
    await writeFile(join(folder, '990-broken.sql'), 'create table public.other (id int);');
    await expect(migrate(database.url, folder)).rejects.toThrow(/990-broken\.sql was changed/);
    await writeFile(join(folder, '990-broken.sql'), 'create table public.half (id int);');
  });

  it('refuses a file that comes too late, a number given twice and a name without one', async () => {
    for (const name of ['989-late.sql', '990-twice.sql', 'x.sql']) {
      await writeFile(join(folder, name), 'select 1');
      await expect(migrate(database.url, folder)).rejects.toBeInstanceOf(MigrationRefused);
      await rm(join(folder, name));
    }
  });
});

describe('connections of the application', () => {
  it('have the role and the limits, and survive the end of an idle connection', async () => {
    const errors: Error[] = [];
    const pool = createAppPool(database.url, {
      applicationName: 'pooled',
      max: 1,
      onError: (e) => errors.push(e),
    });
    const { rows } = await pool.query(`select current_user as role, pg_backend_pid() as pid,
      current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle`);
    expect(rows[0]).toMatchObject({ role: 'tousu_app', statement: '15s', lock: '5s', idle: '10s' });
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await admin.query('select pg_terminate_backend($1)', [rows[0].pid]);
    await admin.end();
    for (let turn = 0; turn < 100 && errors.length === 0; turn += 1)
      await new Promise((r) => setTimeout(r, 10));
    expect(errors).toHaveLength(1);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it.each(['off', 'local', 'remote_write'])('are refused with synchronous_commit = %s', async (setting) => {
    const pool = createAppPool(database.url, {
      applicationName: 'x',
      settings: { synchronous_commit: setting },
    });
    const fault: unknown = await assertDurable(pool).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(NotDurable);
    expect((fault as NotDurable).settings).toContain(`synchronous_commit = ${setting}`);
    await assertDurable(pool, { allowUnsafeForTests: true });
    await pool.end();
  });

  it('are accepted exactly when the server writes to disk before it answers', async () => {
    const pool = createAppPool(database.url, { applicationName: 'x' });
    const { rows } = await pool.query(`select bool_and(setting = 'on') as safe from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit')`);
    const verdict = await assertDurable(pool).then(
      () => true,
      (fault: unknown) => !(fault instanceof NotDurable),
    );
    expect(verdict).toBe(rows[0].safe);
    await pool.end();
  });
});
