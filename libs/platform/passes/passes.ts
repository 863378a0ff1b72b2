import type { Pool } from 'pg';
import type { Instant } from '#kernel';
import { Fenced } from '#platform/leadership';

/** Counts of what a pass has done so far, by name. */
export type Tally = Readonly<Record<string, number>>;

/** Long work over many things, done page by page, that goes on where it stopped. */
export interface Pass {
  readonly name: string;
  /** What it is about: another mark is another pass. */
  readonly mark: string;
  /** Where the next page begins; null before the first. */
  readonly cursor: string | null;
  readonly tally: Tally;
  readonly begunAt: Instant;
  /** Null while it is under way. */
  readonly endedAt: Instant | null;
  /** The mark of the last pass of that name that came to its end. */
  readonly doneMark: string | null;
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const COLUMNS = `name, mark, cursor, tally, to_char(begun_at at time zone 'UTC', ${ISO}) as "begunAt",
  to_char(ended_at at time zone 'UTC', ${ISO}) as "endedAt", done_mark as "doneMark"`;
const BEGIN = `insert into platform.passes as p (name, mark, begun_at, fence)
  values ($1, $2, platform.now(), $3::bigint)
  on conflict (name) do update set mark = excluded.mark, cursor = null, tally = '{}', begun_at = excluded.begun_at,
    ended_at = null, fence = excluded.fence where p.fence <= excluded.fence
  returning ${COLUMNS}`;
const ADVANCE = `update platform.passes set cursor = $4, tally = $5, fence = $3::bigint
  where name = $1 and mark = $2 and fence <= $3::bigint returning ${COLUMNS}`;
const END = `update platform.passes set ended_at = platform.now(), done_mark = mark, tally = $4, fence = $3::bigint
  where name = $1 and mark = $2 and fence <= $3::bigint returning ${COLUMNS}`;

/** The places that passes have reached. Only the newest leader writes; an earlier one is {@link Fenced}. */
export class Passes {
  constructor(private readonly pool: Pool) {}

  /** Every pass whose name begins so, in the order of their names. */
  async list(prefix: string): Promise<readonly Pass[]> {
    const { rows } = await this.pool.query<Pass>(
      `select ${COLUMNS} from platform.passes where starts_with(name, $1) order by name`,
      [prefix],
    );
    return rows;
  }

  async find(name: string): Promise<Pass | undefined> {
    const { rows } = await this.pool.query<Pass>(`select ${COLUMNS} from platform.passes where name = $1`, [
      name,
    ]);
    return rows[0];
  }

  /** Begins a pass, in the place of the last one of that name. */
  begin(name: string, mark: string, fence: string): Promise<Pass> {
    return this.#write(BEGIN, [name, mark, fence]);
  }

  advance({ name, mark }: Pass, cursor: string, tally: Tally, fence: string): Promise<Pass> {
    return this.#write(ADVANCE, [name, mark, fence, cursor, JSON.stringify(tally)]);
  }

  end({ name, mark }: Pass, tally: Tally, fence: string): Promise<Pass> {
    return this.#write(END, [name, mark, fence, JSON.stringify(tally)]);
  }

  async #write(sql: string, values: readonly string[]): Promise<Pass> {
    const { rows } = await this.pool.query<Pass>(sql, [...values]);
    const pass = rows[0];
    if (!pass) throw new Fenced(values[0] ?? '');
    return pass;
  }
}
