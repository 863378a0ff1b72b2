import { Redis } from 'ioredis';
import pg from 'pg';
import type { Haystack } from './canary.js';

/**
 * Everything a database holds, as text, a haystack per table: every column of every table and materialised view
 * outside the system's own schemas, with binary columns read as UTF-8. `url` is a superuser's.
 */
export async function dumpDatabase(url: string): Promise<Haystack[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; binary: string[] }>(`
      select format('%I.%I', n.nspname, c.relname) as name,
             coalesce(array_agg(format('%I', a.attname)) filter (where a.atttypid = 'bytea'::regtype), '{}') as binary
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      group by 1 order by 1`);
    const dumps: Haystack[] = [];
    for (const { name, binary } of rows) dumps.push(await dumpTable(client, name, binary));
    return dumps;
  } finally {
    await client.end();
  }
}

async function dumpTable(client: pg.Client, table: string, binary: readonly string[]): Promise<Haystack> {
  const columns = ['t::text as whole', ...binary.map((column, index) => `t.${column} as binary${index}`)];
  const { rows } = await client.query<Record<string, string | Buffer | null>>(
    `select ${columns.join(', ')} from ${table} t`,
  );
  const cells = rows.flatMap((row) => Object.values(row));
  return { where: `table ${table}`, text: cells.map((cell) => cell?.toString('utf8') ?? '').join('\n') };
}

/** Everything a Redis holds, keys and values of all types and numbered databases, a haystack per database. */
export async function dumpRedis(url: string): Promise<Haystack[]> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, lazyConnect: true });
  await redis.connect();
  try {
    const keyspace = await redis.info('keyspace');
    const numbers = [...keyspace.matchAll(/^db(\d+):/gm)].map((match) => Number(match[1]));
    const dumps: Haystack[] = [];
    for (const number of numbers) {
      await redis.select(number);
      dumps.push({ where: `redis db${number}`, text: await dumpSelected(redis) });
    }
    return dumps;
  } finally {
    redis.disconnect();
  }
}

async function dumpSelected(redis: Redis): Promise<string> {
  const parts: string[] = [];
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'COUNT', 500);
    cursor = next;
    for (const key of keys) parts.push(key, JSON.stringify(await valueOf(redis, key)));
  } while (cursor !== '0');
  return parts.join('\n');
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  const type = await redis.type(key);
  switch (type) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, '0', '-1');
    case 'stream':
      return redis.xrange(key, '-', '+');
    case 'none': // gone since the scan
      return null;
    default:
      throw new Error(`a Redis value of type ${type} cannot be looked through`);
  }
}
