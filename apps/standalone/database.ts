import { startCluster, type Cluster } from '#platform/embedded-postgres';
import type { Closing } from '#platform/lifecycle';
import { migrate, MigrationRefused } from '#platform/postgres';
import { migrateQueue } from '#platform/queue';
import pg from 'pg';
import type { Logger } from 'pino';

const NAME = 'tousu';

/** The database cannot be used; the message says why in plain words, without the password of its address. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

/** Starts the embedded PostgreSQL in its folder, and answers the address of our database in it. */
export async function embeddedDatabase(folder: string, closing: Closing, log: Logger): Promise<string> {
  const cluster = await startCluster({
    dataDir: folder,
    restart: true,
    stopTimeoutMs: 3_000,
    onDown: (why, restarting) => log.error({ restarting }, why),
  });
  closing.add(() => cluster.stop());
  await ensureDatabase(cluster);
  return cluster.url(NAME);
}

async function ensureDatabase(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.adminUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`create database ${NAME}`);
  } finally {
    await client.end();
  }
}

/** Brings the database to this version. Throws {@link DatabaseUnusable}. */
export async function prepareDatabase(url: string): Promise<void> {
  try {
    await reach(url);
    await migrate(url);
    await migrateQueue(url);
  } catch (cause) {
    throw new DatabaseUnusable(whyNot(cause, url), { cause });
  }
}

/** Whether anything has been recorded in the log. */
export async function holdsEvents(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ any: boolean }>('select exists (select from es.events) as any');
    return rows[0]?.any === true;
  } finally {
    await client.end();
  }
}

async function reach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  await client.end();
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name cannot be looked up',
  ETIMEDOUT: 'it does not answer in time',
  ECONNRESET: 'it broke the connection off',
  '28P01': 'it does not accept the user or the password',
  '28000': 'it does not let this user in',
  '3D000': 'it has no database of that name',
  '42501': 'the user may not create roles and schemas there',
};

function whyNot(cause: unknown, url: string): string {
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  if (cause instanceof MigrationRefused) {
    return `The database at ${placeOf(url)} does not belong to this version of Tousu: ${message}.`;
  }
  const late = /timeout/i.test(message) ? REASONS['ETIMEDOUT'] : undefined;
  const why = REASONS[code] ?? late ?? `${message} ${code}`.trim();
  return `The database at ${placeOf(url)} (DATABASE_URL) cannot be used: ${why}.`;
}

function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'an address that makes no sense';
  }
}
