import type { Pool } from 'pg';
import {
  behindOf,
  type Behind,
  type EventStore,
  type Position,
  type StoredPlace,
} from '#platform/event-store';
import type { FailedReaction, ReactionStatus } from './reaction.js';

const STATUS = `select r.name, r.position, count(f.event_id) filter (where f.parked_at is null)::int as failing,
    count(f.parked_at)::int as parked
  from platform.reactions r left join platform.reaction_failures f on f.reaction = r.name
  group by r.name, r.position order by r.name`;
const PLACES = `select name, position, (extract(epoch from clock_timestamp() - changed_at) * 1000)::float8 as "movedAgoMs"
  from platform.reactions order by name`;
const PARKED = `select reaction, event_id as "eventId", stream, revision, attempts, last_error as "lastError",
    to_char(last_failed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastFailedAt", true as parked
  from platform.reaction_failures where parked_at is not null order by first_failed_at limit 1000`;
const RETRY = `update platform.reaction_failures set parked_at = null, attempts = 0, retry_at = clock_timestamp()
  where event_id = $1 and parked_at is not null`;

const RESTART = `update platform.reactions set position = $2, fence = nextval('platform.fences'),
  changed_at = clock_timestamp() where name = $1`;

/** How the reactions stand, for health and for people. */
export class ReactionLedger {
  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
  ) {}

  async status(): Promise<readonly ReactionStatus[]> {
    const head = await this.store.head();
    const { rows } = await this.pool.query<ReactionStatus & { position: Position }>(STATUS);
    return rows.map(({ name, position, failing, parked }) => ({
      name,
      caughtUp: failing === 0 && this.store.comparePositions(position, head) >= 0,
      failing,
      parked,
    }));
  }

  /** Those that have not seen the whole log, how far they are behind it, and when they last moved. */
  async behind(): Promise<readonly Behind[]> {
    const { rows } = await this.pool.query<StoredPlace>(PLACES);
    return behindOf(this.store, rows);
  }

  /** Events that went wrong too often and wait for a person. */
  async parked(): Promise<readonly FailedReaction[]> {
    const { rows } = await this.pool.query<FailedReaction>(PARKED);
    return rows;
  }

  /** Lets a parked one be tried again; false when none of that id is parked. */
  async retry(eventId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(RETRY, [eventId]);
    return rowCount !== null && rowCount > 0;
  }

  /**
   * Lets a reaction begin at the start of the log again, as is needed after a restore to an earlier point; what it
   * has done before is not done twice. False when there is none of that name.
   */
  async restart(name: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(RESTART, [name, this.store.start]);
    return rowCount !== null && rowCount > 0;
  }
}
