import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EvaluationClock } from '#platform/clock';
import { startCluster, type Cluster } from '#platform/embedded-postgres';
import { migrate } from '#platform/postgres';
import { migrateQueue } from '#platform/queue';
import { findRedis, startRedis, type RunningRedis } from '#testing';
import { Redis } from 'ioredis';
import pg from 'pg';

/** The servers of a run: a PostgreSQL that loses nothing it acknowledged, and a Redis that keeps nothing. */
export class Engines {
  private constructor(
    readonly folder: string,
    private readonly cluster: Cluster,
    private redis: RunningRedis | undefined,
    readonly databaseUrl: string,
    readonly redisUrl: string,
    /** As the superuser; its connections break with the server and are made again. */
    readonly pool: pg.Pool,
  ) {}

  /** @param beginAt the office's time when the run begins */
  static async start(beginAt: string): Promise<Engines> {
    const program = findRedis();
    if (program === undefined) throw new Error('redis-server is not installed: apt-get install redis-server');
    const folder = mkdtempSync(join(tmpdir(), 'tousu-faults-'));
    mkdirSync(join(folder, 'logs'));
    const [cluster, redis] = await Promise.all([
      startCluster({
        dataDir: mkdtempSync(join(tmpdir(), 'tousu-faults-postgres-')),
        temporary: true,
        restart: true,
        settings: { max_connections: '300' },
      }),
      startRedis(program),
    ]);
    const databaseUrl = cluster.adminUrl;
    await migrate(databaseUrl);
    await migrateQueue(databaseUrl);
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, connectionTimeoutMillis: 5_000 });
    pool.on('error', () => undefined);
    await new EvaluationClock(pool, true).beginAt(beginAt);
    return new Engines(folder, cluster, redis, databaseUrl, redis.url, pool);
  }

  /** What every process of the system is told. */
  environment(): Record<string, string> {
    return {
      DATABASE_URL: this.databaseUrl,
      REDIS_URL: this.redisUrl,
      TOUSU_PROFILE: 'evaluation',
      TOUSU_KEK: KEK,
      LOG_LEVEL: 'warn',
      // Starting again is what these processes do most.
      NODE_COMPILE_CACHE: this.file('compiled'),
    };
  }

  file(...names: readonly string[]): string {
    return join(this.folder, ...names);
  }

  /** `kill -9` of the server's parent process; it is started again, and recovers by itself. */
  killPostgres(): void {
    process.kill(this.cluster.pid, 'SIGKILL');
  }

  async emptyRedis(): Promise<void> {
    const redis = new Redis(this.redisUrl, { maxRetriesPerRequest: 1, lazyConnect: true });
    try {
      await redis.connect();
      await redis.flushall();
    } finally {
      redis.disconnect();
    }
  }

  async stopRedis(): Promise<void> {
    await this.redis?.stop();
    this.redis = undefined;
  }

  async startRedis(): Promise<void> {
    this.redis ??= await startRedis(findRedis() ?? '', { port: Number(new URL(this.redisUrl).port) });
  }

  async stop(): Promise<void> {
    await this.pool.end();
    await this.redis?.stop();
    await this.cluster.stop();
  }

  /** Throws the journals and logs away. */
  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const KEK = randomBytes(32).toString('base64');
