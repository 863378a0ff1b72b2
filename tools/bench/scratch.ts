import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate } from '#platform/postgres';

/** Gives `work` a migrated database of its own on the server of `adminUrl`, and drops it afterwards. */
export async function inScratchDatabase<T>(adminUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, `create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  try {
    await migrate(url.href);
    return await work(url.href);
  } finally {
    await asAdmin(adminUrl, `drop database ${name} with (force)`);
  }
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
