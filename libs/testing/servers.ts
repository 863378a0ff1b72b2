import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '#platform/embedded-postgres';
import { findRedis, startRedis, type RunningRedis } from './redis.js';

/** The servers of one test run. */
export interface TestServers {
  /** Superuser's connection string for a database that exists. */
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  /** Why there is no Redis. */
  readonly redisReason: string | undefined;
  /** Ends the servers that were started here; those given by the environment are left alone. */
  stop(): Promise<void>;
}

const NO_REDIS =
  'redis-server is not installed; install it (Debian: apt-get install redis-server, macOS: brew install redis) ' +
  'or set REDIS_URL';

/**
 * Starts PostgreSQL and Redis for tests. `DATABASE_URL` and `REDIS_URL` replace the own ones.
 * @param options `durable`: as in production, where what was acknowledged is on the disk; for measurements
 */
export async function startTestServers(options: { readonly durable?: boolean } = {}): Promise<TestServers> {
  const { durable = false } = options;
  const [postgres, redis] = await Promise.allSettled([ownPostgres(durable), ownRedis(durable)]);
  const stop = async (): Promise<void> => {
    for (const one of [redis, postgres]) if (one.status === 'fulfilled') await one.value?.stop();
  };
  if (postgres.status === 'rejected' || redis.status === 'rejected') {
    await stop();
    throw [postgres, redis].find((one) => one.status === 'rejected')?.reason;
  }
  const redisUrl = process.env['REDIS_URL'] ?? redis.value?.url;
  return {
    databaseUrl: process.env['DATABASE_URL'] ?? postgres.value?.adminUrl ?? '',
    redisUrl,
    redisReason: redisUrl === undefined ? NO_REDIS : undefined,
    stop,
  };
}

/** What is lost with the machine may be lost. */
const FORGETFUL = { fsync: 'off', full_page_writes: 'off' };

async function ownPostgres(
  durable: boolean,
): Promise<{ adminUrl: string; stop(): Promise<void> } | undefined> {
  if (process.env['DATABASE_URL'] !== undefined) return undefined;
  return startCluster({
    dataDir: mkdtempSync(join(tmpdir(), 'tousu-postgres-')),
    temporary: true,
    // Many suites connect at once.
    settings: { ...(durable ? {} : FORGETFUL), max_connections: '300' },
  });
}

async function ownRedis(durable: boolean): Promise<RunningRedis | undefined> {
  const program = findRedis();
  return process.env['REDIS_URL'] !== undefined || program === undefined
    ? undefined
    : startRedis(program, { appendOnly: durable });
}
