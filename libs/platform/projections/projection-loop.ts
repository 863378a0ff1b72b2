import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import { Leadership, type Term, WakeUp } from '#platform/leadership';
import { BuildRun, type RunContext } from './build-run.js';
import { type Build, Builds, type Keeping } from './builds.js';
import { leaseName } from './lease.js';
import { PoisonEvent } from './page-writer.js';
import type { AnyProjection } from './projection.js';

export interface LoopOptions extends RunContext, Keeping {
  readonly pool: Pool;
  /** Pages are read and written on these. */
  readonly pagePool: Pool;
  readonly leaseMs: number;
  readonly onError: (projection: string, error: unknown) => void;
}

const IDLE_MS = 500;
const SAVE_MS = 50;
const HOUSEKEEPING_MS = 30_000;
const STOP = `update platform.projections set error = $5, error_position = $6, changed_at = clock_timestamp()
  where name = $1 and version = $2 and build = $3 and fence = $4::bigint`;

/**
 * Keeps one version of a projection up to date for as long as it leads: one at a time over all processes of its release.
 * Those of another release follow their own version meanwhile, so that either can go.
 */
export class ProjectionLoop {
  readonly #wake = new WakeUp();
  readonly #leadership: Leadership;
  readonly #builds: Builds;
  #tidiedAt = performance.now();

  constructor(
    private readonly projection: AnyProjection,
    private readonly options: LoopOptions,
  ) {
    const { name, version } = projection;
    this.#builds = new Builds(options.pool, options.store, projection);
    this.#leadership = new Leadership({
      pool: options.pool,
      name: leaseName(name, version),
      leaseMs: options.leaseMs,
      onSeeking: () => options.onStep(name),
      work: (term) => this.#lead(term),
      onError: (error) => options.onError(name, error),
    });
  }

  start(): void {
    this.#leadership.start();
  }

  async stop(): Promise<void> {
    await this.#leadership.stop();
  }

  wake(): void {
    this.#wake.ring();
  }

  async #lead(term: Term): Promise<void> {
    let build: Build | undefined;
    try {
      build = await this.#builds.claimCurrent(term.fence);
      await this.#follow(build, term);
    } catch (error) {
      if (error instanceof PoisonEvent && build !== undefined) await this.#stopAt(error, build, term);
      else throw error;
    }
  }

  async #follow(build: Build, { signal }: Term): Promise<void> {
    let run = new BuildRun(this.options, this.projection, this.#builds, this.options.pagePool, build);
    if (build.state === 'building') {
      await run.becomeActive(signal);
      run = run.live();
    }
    while (!signal.aborted) {
      if (await run.step()) continue;
      await this.#tidy();
      await this.#wake.sleep(run.unsaved ? SAVE_MS : IDLE_MS, signal);
    }
  }

  /** Says so where health and people look, and waits: nobody skips an event to go on. */
  async #stopAt(poison: PoisonEvent, build: Build, term: Term): Promise<void> {
    this.options.onError(build.name, poison);
    await this.options.pool.query(STOP, [
      build.name,
      build.version,
      build.build,
      build.fence,
      poison.message.slice(0, 500),
      poison.event.position,
    ]);
    await this.#rest(term);
  }

  async #rest({ signal }: Term): Promise<void> {
    this.options.onRest(this.projection.name);
    while (!signal.aborted) await this.#wake.sleep(60_000, signal);
  }

  async #tidy(): Promise<void> {
    if (performance.now() - this.#tidiedAt < HOUSEKEEPING_MS) return;
    this.#tidiedAt = performance.now();
    await this.#builds
      .noteFollowed()
      .then(() => this.#builds.dropLapsed(this.options))
      .catch((error: unknown) => this.options.onError(this.projection.name, error));
  }
}
