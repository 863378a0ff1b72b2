import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { findRedis, startRedis, type RunningRedis } from '#testing';
import { PREFIX, QUEUE, type QueueClient, type RunQueue } from './port.js';

/** A Redis of the run's own that writes everything to its file, each second to the disk. */
export class RedisRunQueue implements RunQueue {
  readonly kind = 'redis';
  private readonly url: string;

  private constructor(
    private redis: RunningRedis | undefined,
    private readonly folder: string,
    url: string,
  ) {
    this.url = url;
  }

  static async start(): Promise<RedisRunQueue> {
    const program = findRedis();
    if (program === undefined) throw new Error('redis-server is not installed: apt-get install redis-server');
    const folder = mkdtempSync(join(tmpdir(), 'tousu-faults-redis-'));
    const [data, copy] = [join(folder, 'data'), join(folder, 'copy')];
    mkdirSync(data);
    mkdirSync(copy);
    const redis = await startRedis(program, { appendOnly: true, folder: data });
    return new RedisRunQueue(redis, folder, redis.url);
  }

  environment(): Record<string, string> {
    return { REDIS_URL: this.url };
  }

  async empty(): Promise<void> {
    const redis = new Redis(this.url, { maxRetriesPerRequest: 1, lazyConnect: true });
    try {
      await redis.connect();
      await redis.flushall();
    } finally {
      redis.disconnect();
    }
  }

  async takeAway(): Promise<void> {
    await this.redis?.stop();
    this.redis = undefined;
  }

  async bringBack(): Promise<void> {
    const port = Number(new URL(this.url).port);
    this.redis ??= await startRedis(findRedis() ?? '', { port, appendOnly: true, folder: this.data });
  }

  /** `kill -9`: what stood in its file comes back. */
  async kill(): Promise<void> {
    await this.redis?.kill();
    this.redis = undefined;
  }

  /** While it is away. */
  loseFile(): void {
    for (const name of readdirSync(this.data)) rmSync(join(this.data, name), { recursive: true });
  }

  keepCopy(): Promise<void> {
    rmSync(this.copy, { recursive: true, force: true });
    cpSync(this.data, this.copy, { recursive: true });
    return Promise.resolve();
  }

  async putCopyBack(): Promise<void> {
    await this.takeAway();
    this.loseFile();
    cpSync(this.copy, this.data, { recursive: true });
    await this.bringBack();
  }

  async asClient(work: (client: QueueClient) => Promise<void>): Promise<void> {
    const { Queue } = withBackend(createRedisBackend);
    const queue = new Queue(QUEUE, {
      prefix: PREFIX,
      connection: { url: this.url, maxRetriesPerRequest: 1 },
    });
    queue.on('error', () => undefined);
    await work(queue).finally(() => queue.close());
  }

  async stop(): Promise<void> {
    await this.redis?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private get copy(): string {
    return join(this.folder, 'copy');
  }
}
