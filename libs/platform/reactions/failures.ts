import type { Pool } from 'pg';
import type { RecordedEvent } from '#platform/event-store';
import { messageOf } from '#platform/postgres';

export interface FailuresOptions {
  /** After so many attempts that went wrong an event is parked, and a person has to look. Default 8. */
  readonly attempts?: number;
  /** Pause after the first attempt that went wrong, in ms; doubled each time, five minutes at most. Default 1000. */
  readonly backoffMs?: number;
}

const LONGEST_BACKOFF_MS = 300_000;
const FAILED = `insert into platform.reaction_failures as f
    (reaction, event_id, stream, revision, attempts, last_error, first_failed_at, last_failed_at, retry_at, parked_at)
  values ($1, $2, $3, $4, 1, $5, clock_timestamp(), clock_timestamp(), clock_timestamp() + $6 * interval '1 millisecond',
    case when $7 <= 1 then clock_timestamp() end)
  on conflict (reaction, event_id) do update set
    attempts = f.attempts + 1, last_error = excluded.last_error, last_failed_at = excluded.last_failed_at,
    retry_at = clock_timestamp() + least($6 * 2 ^ f.attempts, ${LONGEST_BACKOFF_MS}) * interval '1 millisecond',
    parked_at = case when f.attempts + 1 >= $7 then clock_timestamp() end`;
const MENDED = 'delete from platform.reaction_failures where reaction = $1 and event_id = $2';
const DUE = `select event_id as id, stream, revision from platform.reaction_failures
  where reaction = $1 and parked_at is null and retry_at <= clock_timestamp() order by first_failed_at limit 50`;

/** Events that a reaction could not act on yet. They wait here, so that all others need not. */
export class Failures {
  private readonly attempts: number;
  private readonly backoffMs: number;

  constructor(
    private readonly pool: Pool,
    private readonly reaction: string,
    { attempts = 8, backoffMs = 1000 }: FailuresOptions = {},
  ) {
    this.attempts = attempts;
    this.backoffMs = backoffMs;
  }

  async add({ id, stream, revision }: RecordedEvent, why: unknown): Promise<void> {
    const error = messageOf(why).slice(0, 300);
    const place = [this.reaction, id, stream, revision];
    await this.pool.query(FAILED, [...place, error, this.backoffMs, this.attempts]);
  }

  async remove(eventId: string): Promise<void> {
    await this.pool.query(MENDED, [this.reaction, eventId]);
  }

  /** Those whose time to be tried again has come. */
  async due(): Promise<readonly Pick<RecordedEvent, 'id' | 'stream' | 'revision'>[]> {
    const { rows } = await this.pool.query<Pick<RecordedEvent, 'id' | 'stream' | 'revision'>>(DUE, [
      this.reaction,
    ]);
    return rows;
  }
}
