import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { ADMIN_URL } from './names.js';

/** A database of its own for one suite, empty. */
export interface TestDatabase {
  /** Connection string as the owner, a superuser. */
  readonly url: string;
  /** Removes it; open connections are cut. */
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
  return { url: url.href, drop: () => run(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
