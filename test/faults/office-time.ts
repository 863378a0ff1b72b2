import type pg from 'pg';
import { EvaluationClock } from '#platform/clock';

/** From this moment on the office's time was so much ahead of real time. All in ms; real time is the database's. */
export interface Move {
  readonly at: number;
  readonly aheadMs: number;
}

/** Moves the office's time, and knows afterwards which moment of the office was which in truth. */
export class OfficeTime {
  readonly moves: Move[] = [];
  private readonly clock: EvaluationClock;

  constructor(private readonly pool: pg.Pool) {
    this.clock = new EvaluationClock(pool, true);
  }

  /** The moment at which the run begins. */
  async beginAt(instant: string): Promise<void> {
    await this.note(() => this.clock.beginAt(instant));
  }

  async advance(ms: number): Promise<void> {
    await this.note(() => this.clock.advance(ms));
  }

  /** Moves on to shortly before that moment; not at all when it has passed. */
  async moveTo(instant: string): Promise<void> {
    await this.note(() => this.clock.moveTo(instant));
  }

  /** The moment at which the move was asked for counts: a ring looks rather later than it was. */
  private async note(move: () => Promise<unknown>): Promise<void> {
    const asked = await this.reading();
    await move();
    this.moves.push({ at: asked.at, aheadMs: (await this.reading()).aheadMs });
  }

  private async reading(): Promise<Move> {
    const { rows } = await this.pool.query<Move>(
      `select (extract(epoch from clock_timestamp()) * 1000)::float8 as at, offset_ms::float8 as "aheadMs"
        from platform.evaluation_clock`,
    );
    return rows[0] ?? { at: Number.NaN, aheadMs: Number.NaN };
  }
}

/** The real moment at which it became so late in the office: on its way there, or when the clock jumped over it. */
export function realMomentOf(officeMs: number, moves: readonly Move[]): number {
  for (const [index, { at, aheadMs }] of moves.entries()) {
    const until = moves[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (officeMs - aheadMs <= until) return Math.max(at, officeMs - aheadMs);
  }
  return Number.NaN;
}
