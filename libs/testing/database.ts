import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ADMIN_URL } from './names.js';

const CLOSING_MS = 1000;

/** A database of its own for one suite, empty. */
export interface TestDatabase {
  /** Connection string as the owner, a superuser. */
  readonly url: string;
  /** Removes it. Connections that are just being closed get a moment; those that stay open are cut. */
  drop(): Promise<void>;
}

/**
 * Makes an empty database on the server of this test run (on `DATABASE_URL` where that is set).
 * Migrations are not applied.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = process.env[ADMIN_URL];
  if (admin === undefined)
    throw new Error('The test servers were not started: run the tests with "npm test".');
  const name = `tousu_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await run(admin, `CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => drop(admin, name) };
}

/** A pool has ended before the last of its connections has: one that is cut then would be an error without a listener. */
async function drop(admin: string, name: string): Promise<void> {
  await connected(admin, async (client) => {
    for (const end = performance.now() + CLOSING_MS; performance.now() < end; await sleep(10)) {
      const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name]);
      if (rowCount === 0) break;
    }
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
}

async function run(admin: string, statement: string): Promise<void> {
  await connected(admin, (client) => client.query(statement));
}

async function connected(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
