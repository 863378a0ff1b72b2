/** Follows the log and writes down what it sees: `node follower.js <url> <file> <page size> [<file> <page size> …]`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresEventStore } from '#platform/event-store';
import { createAppPool } from '#platform/postgres';
import { endSignal } from '#platform/lifecycle';
import type { SeenEvent } from '../history.js';
import { Journal } from '../journal.js';

const [, , url = '', ...readers] = process.argv;
const signal = endSignal();
const pool = createAppPool(url, { applicationName: 'follower', max: 2 });
const store = new PostgresEventStore(url, { applicationName: 'follower', maxReaders: 2 });

async function follow(file: string, size: number): Promise<void> {
  const journal = new Journal<{ events: readonly SeenEvent[] }>(file);
  let after = store.start;
  while (!signal.aborted) {
    try {
      const page = await store.readAll(after, size);
      if (page.events.length === 0) await sleep(5);
      else {
        const { seenAt, seenReally } = await times();
        journal.write({
          events: page.events.map(({ position, stream, revision, id, chain }) => ({
            position,
            stream,
            revision,
            id,
            chain,
            seenAt,
            seenReally,
          })),
        });
        after = page.next;
      }
    } catch {
      // The database is away. Nothing was noted, so the page is read again.
      await sleep(50);
    }
  }
  journal.close();
}

async function times(): Promise<{ seenAt: string; seenReally: number }> {
  const { rows } = await pool.query<{ ms: number; really: number }>(
    `select floor(extract(epoch from platform.now()) * 1000)::float8 as ms,
      (extract(epoch from clock_timestamp()) * 1000)::float8 as really`,
  );
  const { ms, really } = rows[0] ?? { ms: Number.NaN, really: Number.NaN };
  return { seenAt: new Date(ms).toISOString(), seenReally: really };
}

const following: Promise<void>[] = [];
for (let index = 0; index < readers.length; index += 2) {
  following.push(follow(readers[index] ?? '', Number(readers[index + 1])));
}
process.stdout.write('ready\n');
await Promise.all(following);
await Promise.allSettled([store.close(), pool.end()]);
process.exit(0);
