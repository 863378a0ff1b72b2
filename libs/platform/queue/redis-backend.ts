import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import {
  type AnyQueue,
  type AnyWorker,
  type Data,
  type Fitness,
  type QueueBackend,
  WORKER_TIMES,
} from './backend.js';

export interface RedisBackendOptions {
  readonly url: string;
  /** Before the names of all keys. Default `tousu`. */
  readonly prefix?: string;
  /** Refuse to start on a Redis that may drop jobs, instead of warning. Default: warn. */
  readonly strict?: boolean;
}

const CONNECT_MS = 2000;
const reconnect = (times: number): number => Math.min(times * 100, 1000);

/** BullMQ on Redis, for installations that have one. */
export function redisBackend(options: RedisBackendOptions): QueueBackend {
  const { url, prefix = 'tousu', strict = false } = options;
  const { Queue, Worker } = withBackend(createRedisBackend);
  const connection = { url, connectTimeout: CONNECT_MS, retryStrategy: reconnect };
  return {
    kind: 'redis',
    prepare: () => inspect(url, strict),
    // A producer that queues commands while Redis is away would make its callers wait for it.
    openQueue: (name): AnyQueue =>
      new Queue<Data>(name, {
        prefix,
        connection: { ...connection, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
      }),
    openWorker: (name, concurrency, processor): AnyWorker =>
      new Worker<Data>(name, processor, {
        prefix,
        concurrency,
        connection: { ...connection, maxRetriesPerRequest: null },
        ...WORKER_TIMES,
      }),
  };
}

/** A Redis that is away is no reason not to start: the sweep does without. */
async function inspect(url: string, strict: boolean): Promise<Fitness> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    commandTimeout: CONNECT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const setting = async (name: string): Promise<string | undefined> => {
      const answer = await client.config('GET', name).catch(() => undefined);
      return Array.isArray(answer) ? String(answer[1]) : undefined;
    };
    const [policy, log, hz] = [
      await setting('maxmemory-policy'),
      await setting('appendonly'),
      await setting('hz'),
    ];
    const { faults, advice } = judge(policy, log, hz);
    if (strict && faults.length > 0) throw new UnfitRedis(faults);
    return { reachable: true, warnings: [...faults, ...advice] };
  } catch (error) {
    if (error instanceof UnfitRedis) throw error;
    return { reachable: false, warnings: [] };
  } finally {
    client.disconnect();
  }
}

/** This Redis may drop jobs; with `strict`, nothing is started on it. */
export class UnfitRedis extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('; '));
    this.name = 'UnfitRedis';
  }
}

function judge(policy?: string, log?: string, hz?: string) {
  const faults: string[] = [];
  const advice: string[] = [];
  if (policy !== undefined && policy !== 'noeviction') {
    faults.push(
      `maxmemory-policy is ${policy}; with anything but noeviction jobs are dropped when memory runs out`,
    );
  }
  if (log !== undefined && log !== 'yes') faults.push('appendonly is off; a restart loses all jobs');
  if (hz !== undefined && Number(hz) < 100) {
    advice.push(`hz is ${hz}; with 100 clocks fire within 13 ms instead of 95 (99 of 100)`);
  }
  if (policy === undefined)
    advice.push('Redis does not tell its settings; see that maxmemory-policy is noeviction');
  return { faults, advice };
}
