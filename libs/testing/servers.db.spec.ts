import { describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { createTestDatabase, redisReason, testRedisUrl } from '#testing';

async function ask(url: string, question: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(question);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

describe('the servers of a test run', () => {
  it('give each suite an empty database of its own, and take it away again', async () => {
    const one = await createTestDatabase();
    const other = await createTestDatabase();
    try {
      await ask(one.url, 'CREATE TABLE only_here (a int)');
      expect(await ask(one.url, "SELECT to_regclass('only_here') IS NOT NULL")).toBe(true);
      expect(await ask(other.url, "SELECT to_regclass('only_here') IS NOT NULL")).toBe(false);
    } finally {
      await Promise.all([one.drop(), other.drop()]);
    }
    await expect(ask(one.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });

  it('drop a database although somebody is still connected', async () => {
    const database = await createTestDatabase();
    const client = new Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();
    await database.drop();
    await expect(ask(database.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
    await client.end().catch(() => undefined);
  });
});

const url = testRedisUrl();
(url === undefined ? describe.skip : describe)(`the Redis of a test run (${redisReason()})`, () => {
  it('is set up as a queue needs it: it evicts nothing', async () => {
    const redis = new Redis(url ?? '', { maxRetriesPerRequest: 1 });
    try {
      expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    } finally {
      await redis.quit();
    }
  });
});
