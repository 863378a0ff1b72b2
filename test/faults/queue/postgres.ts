import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, withBackend } from 'bullmq';
import type pg from 'pg';
import { QUEUE, type QueueClient, type RunQueue } from './port.js';

const AWAY = 'queue_away';
const COPY = 'queue_copy';
const TRIES = 20;
/** BullMQ's own account of its tables; without it nobody would start on them. */
const KEPT = 'migration';

/** The queue in the schema `queue` of the run's PostgreSQL: what is done to it is done in SQL. */
export class PostgresRunQueue implements RunQueue {
  readonly kind = 'postgres';

  constructor(
    private readonly pool: pg.Pool,
    private readonly url: string,
  ) {}

  environment(): Record<string, string> {
    return { REDIS_URL: '' };
  }

  async empty(): Promise<void> {
    await this.inTheWay(`truncate ${(await this.tables()).map((name) => `queue.${name}`).join(', ')}`);
  }

  /** A schema of another name: every statement about it fails. */
  takeAway(): Promise<void> {
    return this.inTheWay(`alter schema queue rename to ${AWAY}`);
  }

  bringBack(): Promise<void> {
    return this.inTheWay(`alter schema ${AWAY} rename to queue`);
  }

  async keepCopy(): Promise<void> {
    const copies = (await this.tables()).map(
      (name) => `create table ${COPY}.${name} as table queue.${name};`,
    );
    await this.inTheWay(`drop schema if exists ${COPY} cascade; create schema ${COPY}; ${copies.join(' ')}`);
  }

  /** All in one transaction, as one would restore a dump: nobody sees half of it. */
  async putCopyBack(): Promise<void> {
    const names = await this.tables();
    const filled = names.map(
      (name) => `insert into queue.${name} overriding system value select * from ${COPY}.${name};`,
    );
    const emptied = `truncate ${names.map((name) => `queue.${name}`).join(', ')};`;
    await this.inTheWay(`set local session_replication_role = replica; ${emptied} ${filled.join(' ')}`);
  }

  async asClient(work: (client: QueueClient) => Promise<void>): Promise<void> {
    const { Queue } = withBackend(createPostgresBackend);
    const connection = { connectionString: this.url, schema: 'queue', max: 1 };
    const queue = new Queue(QUEUE, { connection });
    queue.on('error', () => undefined);
    await work(queue).finally(() => queue.close());
  }

  /** It ends with the database. */
  stop(): Promise<void> {
    return Promise.resolve();
  }

  /** Those who work in the queue may be in the way, and the other way round: then it is tried again. */
  private async inTheWay(sql: string): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const client = await this.pool.connect();
      try {
        await client.query(`begin; set local lock_timeout = '3s'; ${sql}; commit`);
        return;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        if (tries === TRIES) throw error;
        await sleep(100);
      } finally {
        client.release();
      }
    }
  }

  private async tables(): Promise<string[]> {
    const { rows } = await this.pool.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'queue' and tablename <> $1 order by 1`,
      [KEPT],
    );
    return rows.map(({ name }) => name);
  }
}
