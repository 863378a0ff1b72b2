import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCluster, type Cluster } from '#platform/embedded-postgres';
import { migrate } from '#platform/postgres';
import { migrateQueue } from '#platform/queue';
import pg from 'pg';
import { OfficeTime } from './office-time.js';
import type { QueueKind, RunQueue } from './queue/port.js';
import { PostgresRunQueue } from './queue/postgres.js';
import { RedisRunQueue } from './queue/redis.js';

/** The servers of a run: a PostgreSQL that loses nothing it acknowledged, and a queue on Redis or in it. */
export class Engines {
  private constructor(
    readonly folder: string,
    private readonly cluster: Cluster,
    readonly queue: RunQueue,
    readonly databaseUrl: string,
    /** As the superuser; its connections break with the server and are made again. */
    readonly pool: pg.Pool,
    readonly time: OfficeTime,
  ) {}

  /** @param beginAt the office's time when the run begins */
  static async start(beginAt: string, kind: QueueKind): Promise<Engines> {
    const folder = mkdtempSync(join(tmpdir(), 'tousu-faults-'));
    mkdirSync(join(folder, 'logs'));
    const cluster = await startCluster({
      dataDir: mkdtempSync(join(tmpdir(), 'tousu-faults-postgres-')),
      temporary: true,
      restart: true,
      settings: { max_connections: '300' },
    });
    const databaseUrl = cluster.adminUrl;
    await migrate(databaseUrl);
    await migrateQueue(databaseUrl);
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, connectionTimeoutMillis: 5_000 });
    pool.on('error', () => undefined);
    const queue = kind === 'redis' ? await RedisRunQueue.start() : new PostgresRunQueue(pool, databaseUrl);
    await queue.keepCopy();
    const time = new OfficeTime(pool);
    await time.beginAt(beginAt);
    return new Engines(folder, cluster, queue, databaseUrl, pool, time);
  }

  /** What every process of the system is told. */
  environment(): Record<string, string> {
    return {
      DATABASE_URL: this.databaseUrl,
      ...this.queue.environment(),
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

  /**
   * `kill -9` of the server's parent process; it is started again, and recovers by itself. Comes back when the new one
   * answers: until they notice, what served the old one's connections would go on to answer.
   */
  async killPostgres(): Promise<void> {
    const { pid } = this.cluster;
    process.kill(pid, 'SIGKILL');
    while (this.cluster.pid === pid || !(await this.answersAnew())) await sleep(20);
  }

  private async answersAnew(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.databaseUrl, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    const answers = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    return answers;
  }

  async stop(): Promise<void> {
    await this.pool.end();
    await this.queue.stop();
    await this.cluster.stop();
  }

  /** Throws the journals and logs away. */
  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const KEK = randomBytes(32).toString('base64');
