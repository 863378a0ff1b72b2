import type { Pool } from 'pg';
import type { Position } from '#platform/event-store';
import { Fenced } from '#platform/leadership';

const CLAIM = `insert into platform.reactions (name, position, fence) values ($1, $2, $3::bigint)
  on conflict (name) do update set fence = excluded.fence returning position`;
const MOVE = `update platform.reactions set position = $2, changed_at = clock_timestamp()
  where name = $1 and position = $3 and fence = $4::bigint`;
const HELD = `select from platform.reactions where name = $1 and position = $2 and fence = $3::bigint`;

/** How far a reaction has come, kept by its leader alone. */
export class Checkpoint {
  private constructor(
    private readonly pool: Pool,
    private readonly name: string,
    private readonly fence: string,
    private saved: Position,
  ) {}

  /** Takes the checkpoint over; a new reaction begins at the start of the log. */
  static async claim(pool: Pool, name: string, start: Position, fence: string): Promise<Checkpoint> {
    const { rows } = await pool.query<{ position: Position }>(CLAIM, [name, start, fence]);
    return new Checkpoint(pool, name, fence, rows[0]?.position ?? start);
  }

  get position(): Position {
    return this.saved;
  }

  /** Throws {@link Fenced} when another leader has taken over. */
  async moveTo(position: Position): Promise<void> {
    if (position === this.saved) return;
    const { rowCount } = await this.pool.query(MOVE, [this.name, position, this.saved, this.fence]);
    if (rowCount === 0) throw new Fenced(this.name);
    this.saved = position;
  }

  /** Throws {@link Fenced} when another leader has taken over, or somebody has moved it. */
  async confirm(): Promise<void> {
    const { rowCount } = await this.pool.query(HELD, [this.name, this.saved, this.fence]);
    if (rowCount === 0) throw new Fenced(this.name);
  }
}
