import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import { WakeUp } from './wake-up.js';

/** One period of leading. */
export interface Term {
  /** Higher than that of every leader before. Goes into every write, so that a late one writes nothing. */
  readonly fence: string;
  /** Aborted when the lease is lost or the leader is asked to stop. */
  readonly signal: AbortSignal;
}

export interface LeadershipOptions {
  readonly pool: Pool;
  /** What is led, e.g. `timers`. One leader per name over all processes of the database. */
  readonly name: string;
  /** The work of a term. It ends when the signal is aborted; when it throws, leadership is sought anew. */
  readonly work: (term: Term) => Promise<void>;
  /** Asked before it seeks to lead; while it could do nothing, another shall. Default: always ready. */
  readonly ready?: () => Promise<boolean>;
  /** How long after its last beat a leader counts as dead, in ms. Default 3000; it beats three times as often. */
  readonly leaseMs?: number;
  /** Told each time it has asked to lead, whatever the answer. */
  readonly onSeeking?: () => void;
  readonly onError?: (error: unknown) => void;
}

/** Another leader has taken over: the write did nothing. */
export class Fenced extends Error {
  constructor(name: string) {
    super(`${name}: another leader has taken over`);
    this.name = 'Fenced';
  }
}

const ACQUIRE = `insert into platform.leaders as l (name, fence, holder, beat_at)
  values ($1, nextval('platform.fences'), $2, clock_timestamp())
  on conflict (name) do update
    set fence = nextval('platform.fences'), holder = excluded.holder, beat_at = clock_timestamp()
    where l.beat_at < clock_timestamp() - $3 * interval '1 millisecond'
  returning fence::text`;
const BEAT = `update platform.leaders set beat_at = clock_timestamp() where name = $1 and fence = $2::bigint`;
const RELEASE = `update platform.leaders set beat_at = '-infinity' where name = $1 and fence = $2::bigint`;

/**
 * Seeks to lead, leads while its heart beats, and steps back when it does not.
 *
 * A lease row and not a session lock: a process that is stopped (SIGSTOP) keeps its session and its lock
 * for ever, while a lease runs out. Two may believe for a moment that they lead; the fence decides.
 */
export class Leadership {
  readonly #options: Required<LeadershipOptions>;
  readonly #holder = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  readonly #stopping = new AbortController();
  readonly #pause = new WakeUp();
  #running: Promise<void> | undefined;
  #leading = false;

  constructor(options: LeadershipOptions) {
    this.#options = {
      leaseMs: 3000,
      ready: () => Promise.resolve(true),
      onSeeking: () => undefined,
      onError: () => undefined,
      ...options,
    };
  }

  get leading(): boolean {
    return this.#leading;
  }

  /** Starts seeking; returns at once. */
  start(): void {
    this.#running ??= this.#campaign();
  }

  /** Ends the work, gives the lease back so that another can lead at once, and returns. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #campaign(): Promise<void> {
    const { leaseMs, ready, onSeeking, onError } = this.#options;
    let failures = 0;
    while (!this.#stopping.signal.aborted) {
      try {
        const fence = (await ready()) ? await this.#acquire() : undefined;
        if (fence !== undefined) await this.#serve(fence);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (!(error instanceof Fenced)) onError(error);
      }
      onSeeking();
      await this.#pause.sleep(
        failures === 0 ? leaseMs / 6 : Math.min(100 * 2 ** failures, 5000),
        this.#signal,
      );
    }
  }

  get #signal(): AbortSignal {
    return this.#stopping.signal;
  }

  async #acquire(): Promise<string | undefined> {
    const { pool, name, leaseMs } = this.#options;
    const { rows } = await pool.query<{ fence: string }>(ACQUIRE, [name, this.#holder, leaseMs]);
    return rows[0]?.fence;
  }

  async #serve(fence: string): Promise<void> {
    const { pool, name, work } = this.#options;
    const lost = new AbortController();
    const signal = AbortSignal.any([lost.signal, this.#signal]);
    const heart = this.#beat(fence, lost, signal);
    this.#leading = true;
    try {
      await work({ fence, signal });
    } finally {
      this.#leading = false;
      lost.abort();
      await heart;
      await pool.query(RELEASE, [name, fence]).catch(() => undefined);
    }
  }

  /** Beats until the term ends. Silence as long as the lease means: step back, somebody else may lead by now. */
  async #beat(fence: string, lost: AbortController, signal: AbortSignal): Promise<void> {
    const { pool, name, leaseMs, onError } = this.#options;
    const rest = new WakeUp();
    let lastBeat = performance.now();
    while (!signal.aborted) {
      await rest.sleep(leaseMs / 3, signal);
      if (signal.aborted) return;
      const sent = performance.now();
      try {
        const { rowCount } = await pool.query(BEAT, [name, fence]);
        if (rowCount === 0) lost.abort();
        else lastBeat = sent;
      } catch (error) {
        onError(error);
        if (performance.now() - lastBeat > leaseMs) lost.abort();
      }
    }
  }
}
