import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import { LogTail, type EventStore, type LogReader, type Subscription } from '#platform/event-store';
import { Leadership } from '#platform/leadership';
import { BuildRun } from './build-run.js';
import { Builds } from './builds.js';
import type { Upcast } from './page-writer.js';
import type { AnyProjection } from './projection.js';
import { type LoopOptions, ProjectionLoop } from './projection-loop.js';

export interface ProjectionRunnerOptions {
  readonly pool: Pool;
  readonly store: EventStore;
  /** The end of the log as everybody in this process reads it; its own unless told. */
  readonly tail?: LogReader;
  /** Connections on which pages are read and written; those of `pool` unless told. */
  readonly pagePool?: Pool;
  readonly projections: readonly AnyProjection[];
  readonly upcast: Upcast;
  /** Events per page, folded and written at once. Default 1000. */
  readonly pageSize?: number;
  /** Events per page while a table is built from the first event. Default 10,000. */
  readonly buildPageSize?: number;
  /** How long a leader may be silent before another takes over, in ms. Default 3000. */
  readonly leaseMs?: number;
  /** How long a replaced table stays for readers that still hold its name, in ms. Default 60,000. */
  readonly keepRetiredMs?: number;
  /** How long a table of another release stays when nobody follows it any more, in ms. Default 7 days. */
  readonly keepUnfollowedMs?: number;
  /** Told at each step of a projection, and of its waiting to lead: it is getting on. */
  readonly onStep?: (projection: string) => void;
  /** Told when one rests until a person sees to it, or lets the database work for as long as it takes. */
  readonly onRest?: (projection: string) => void;
  /** Told of faults, with the projection's name. A {@link PoisonEvent} has stopped it. */
  readonly onError?: (projection: string, error: unknown) => void;
}

/** What a rebuild did. */
export interface RebuildReport {
  readonly name: string;
  readonly table: string;
  readonly events: number;
  readonly milliseconds: number;
}

/**
 * Keeps read models up to date with the log. Any number may run; each version of a projection has one leader.
 * Faults of the database are waited out; an event that cannot be folded stops its projection, and only it.
 */
export class ProjectionRunner {
  readonly #projections: ReadonlyMap<string, AnyProjection>;
  readonly #options: LoopOptions;
  readonly #loops: readonly ProjectionLoop[];
  #subscription: Subscription | undefined;

  /** Throws when a projection is declared wrongly or a name stands twice. */
  constructor(options: ProjectionRunnerOptions) {
    const { projections } = options;
    this.#options = {
      pageSize: 1000,
      buildPageSize: 10_000,
      leaseMs: 3000,
      keepRetiredMs: 60_000,
      keepUnfollowedMs: 7 * 86_400_000,
      onStep: () => undefined,
      onRest: () => undefined,
      onError: () => undefined,
      tail: new LogTail(options.store),
      pagePool: options.pool,
      ...options,
    };
    this.#projections = new Map(projections.map((projection) => [projection.name, projection]));
    if (this.#projections.size !== projections.length) throw new Error('two projections have the same name');
    this.#loops = projections.map((projection) => new ProjectionLoop(projection, this.#options));
  }

  /** Starts reading; returns at once. */
  start(): void {
    this.#subscription ??= this.#options.store.onAppended(() => {
      for (const loop of this.#loops) loop.wake();
    });
    for (const loop of this.#loops) loop.start();
  }

  /** Finishes the pages at hand and hands leadership on. */
  async stop(): Promise<void> {
    await this.#subscription?.stop();
    this.#subscription = undefined;
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }

  /**
   * Builds the read model anew from the first event, beside the live table, and switches to it.
   * The runner need not be started, and a live leader, here or elsewhere, goes on meanwhile.
   * Rejects when another rebuild of it is under way, and with {@link PoisonEvent} when an event cannot be
   * folded; the live table stays as it is then.
   */
  async rebuild(name: string): Promise<RebuildReport> {
    const projection = this.#projections.get(name);
    if (projection === undefined) throw new Error(`there is no projection ${name}`);
    return new Promise((resolve, reject) => {
      const leadership = new Leadership({
        pool: this.#options.pool,
        name: `rebuild ${name}`,
        leaseMs: this.#options.leaseMs,
        work: async ({ fence, signal }) => {
          await this.#build(projection, fence, signal).then(resolve, reject);
          clearTimeout(waiting);
          void leadership.stop();
        },
        onError: (error) => {
          clearTimeout(waiting);
          void leadership.stop();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      });
      const waiting = setTimeout(() => {
        if (leadership.leading) return;
        void leadership.stop();
        reject(new Error(`${name} is being rebuilt already`));
      }, this.#options.leaseMs * 2);
      leadership.start();
    });
  }

  async #build(projection: AnyProjection, fence: string, signal: AbortSignal): Promise<RebuildReport> {
    const { pool, pagePool, store } = this.#options;
    const started = performance.now();
    const builds = new Builds(pool, store, projection);
    await builds.dropUnfinished();
    await builds.dropLapsed(this.#options);
    const build = await builds.claimFresh(fence);
    const run = new BuildRun(this.#options, projection, builds, pagePool, build);
    try {
      await run.becomeActive(signal);
      signal.throwIfAborted();
    } catch (error) {
      await builds.drop(build.table).catch(() => undefined);
      throw error;
    }
    const milliseconds = Math.round(performance.now() - started);
    return { name: projection.name, table: build.table, events: run.events, milliseconds };
  }
}
