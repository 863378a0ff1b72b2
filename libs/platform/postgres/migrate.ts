import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** The database and the program do not belong together, or a migration failed. Nothing was half applied. */
export class MigrationRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationRefused';
  }
}

/** One numbered file, `NNN-name.sql`. */
interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** Any number that nothing else in this database uses as an advisory lock. */
const LOCK = 7_305_811_002;
const FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url));
const FILE = /^(\d{3})-[a-z0-9-]+\.sql$/;
const LEDGER = `
  create schema if not exists platform;
  create table if not exists platform.migrations (
    number int primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default clock_timestamp()
  );`;

/**
 * Brings a database to this program's schema: every file of `migrations/` once, in order, each in its own
 * transaction, one process at a time. `adminUrl` belongs to a role that may create roles and schemas.
 * Answers the names of what was applied now. Rejects with {@link MigrationRefused} when an applied file has
 * changed since, when one is missing from the middle, and when a newer version has already been here.
 */
export async function migrate(adminUrl: string, folder: string = FOLDER): Promise<readonly string[]> {
  const migrations = await load(folder);
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'tousu migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(LEDGER);
    const { rows } = await client.query<Applied>(
      'select number, name, checksum from platform.migrations order by number',
    );
    const missing = missingAfter(rows, migrations);
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function load(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = await Promise.all(
    names.map(async (name): Promise<Migration> => {
      const number = FILE.exec(name)?.[1];
      if (number === undefined) throw new MigrationRefused(`${name} is not named NNN-name.sql`);
      const sql = (await readFile(`${folder}/${name}`, 'utf8')).replaceAll('\r\n', '\n');
      return { number: +number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
  for (const [index, migration] of migrations.entries()) {
    if (migrations[index - 1]?.number === migration.number) {
      throw new MigrationRefused(`two migrations have the number of ${migration.name}`);
    }
  }
  return migrations;
}

function missingAfter(applied: readonly Applied[], migrations: readonly Migration[]): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  for (const { number, name, checksum } of applied) {
    const migration = known.get(number);
    if (migration === undefined) {
      throw new MigrationRefused(`the database was migrated by a newer version: ${name} is unknown here`);
    }
    if (migration.checksum !== checksum) {
      throw new MigrationRefused(`${migration.name} was changed after it had been applied`);
    }
  }
  const last = applied.at(-1)?.number ?? 0;
  const missing = migrations.filter(({ number }) => !applied.some((row) => row.number === number));
  const late = missing.find(({ number }) => number < last);
  if (late) throw new MigrationRefused(`${late.name} comes before migrations that were already applied`);
  return missing;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into platform.migrations (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new MigrationRefused(`${migration.name} failed: ${(error as Error).message}`, { cause: error });
  }
}
