import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';

/**
 * What reports that it is at work: a canary came through the queue, a sweep went round, the calendar of every office was
 * looked at.
 */
export const HEARTS = ['queue', 'sweep', 'calendar'] as const;
export type Heart = (typeof HEARTS)[number];

const OFTEN_ENOUGH_MS = 5000;
const BEAT = `insert into platform.heartbeats as h (heart, beat_at) values ($1, clock_timestamp())
  on conflict (heart) do update set beat_at = excluded.beat_at`;
const AGES = `select heart, (extract(epoch from clock_timestamp() - beat_at) * 1000)::float8 as "ageMs"
  from platform.heartbeats`;

/** Signs of life where every process and every person can see them. Real time, by the database. */
export class Heartbeats {
  readonly #notedAt = new Map<Heart, number>();

  constructor(private readonly pool: Pool) {}

  async beat(heart: Heart): Promise<void> {
    await this.pool.query(BEAT, [heart]);
  }

  /** A beat for whoever could report without end: once in five seconds is written, what fails is left to the next. */
  note(heart: Heart): void {
    const [now, before] = [performance.now(), this.#notedAt.get(heart)];
    if (before !== undefined && now - before < OFTEN_ENOUGH_MS) return;
    this.#notedAt.set(heart, now);
    this.beat(heart).catch(() => this.#notedAt.delete(heart));
  }

  /** How long ago each beat last, in ms; `null` for one that never has. */
  async ages(): Promise<Readonly<Record<Heart, number | null>>> {
    const { rows } = await this.pool.query<{ heart: Heart; ageMs: number }>(AGES);
    const age = (heart: Heart): number | null => rows.find((row) => row.heart === heart)?.ageMs ?? null;
    return { queue: age('queue'), sweep: age('sweep'), calendar: age('calendar') };
  }
}
