import type { PostgresEventStore } from '#platform/event-store';
import type { Pool } from 'pg';

/** What checking the hash chains found. */
export interface Verification {
  readonly streams: number;
  readonly events: number;
  readonly broken: readonly {
    readonly stream: string;
    readonly revision: number;
    readonly reason: string;
  }[];
}

/**
 * Recomputes, over the stored bytes, the hash chain of one stream or of every stream of the log, and holds it
 * against the end that the store wrote down apart from the events.
 */
export async function verifyEvents(
  store: PostgresEventStore,
  pool: Pool,
  stream?: string,
): Promise<Verification> {
  const { rows } = await pool.query<{ stream: string }>(
    'select stream_id as stream from es.streams where $1::text is null or stream_id = $1 order by 1',
    [stream ?? null],
  );
  let events = 0;
  const broken: { stream: string; revision: number; reason: string }[] = [];
  for (const { stream: name } of rows) {
    const verdict = await store.verify(name);
    if (verdict.intact) events += verdict.events;
    else broken.push({ stream: name, revision: verdict.revision, reason: verdict.reason });
  }
  if (stream !== undefined && rows.length === 0)
    broken.push({ stream, revision: 0, reason: 'no-such-stream' });
  return { streams: rows.length, events, broken };
}
