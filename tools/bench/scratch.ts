import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Runs the measurement on a database of its own on that server, dropped afterwards. */
export async function withScratchDatabase<T>(
  adminUrl: string,
  measure: (url: string) => Promise<T>,
): Promise<T> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  try {
    return await measure(url.href);
  } finally {
    await asAdmin(adminUrl, `drop database ${name} with (force)`);
  }
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
