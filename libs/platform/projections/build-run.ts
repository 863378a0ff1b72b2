import { performance } from 'node:perf_hooks';
import type { PoolClient } from 'pg';
import { isSaveDue, type EventStore, type LogReader, type Position } from '#platform/event-store';
import type { Build, Builds, Queryable } from './builds.js';
import { isDataError, PageWriter, PoisonEvent, type Upcast } from './page-writer.js';
import type { AnyProjection } from './projection.js';
import { PageReader } from './reader.js';

/** What a run needs from its surroundings. */
export interface RunContext {
  readonly store: EventStore;
  /** What those read who keep up with the log. */
  readonly tail: LogReader;
  readonly upcast: Upcast;
  readonly pageSize: number;
  /** Nobody waits for a table that is being built: larger pages write each row less often. */
  readonly buildPageSize: number;
  /** Told before each step: it is getting on. */
  readonly onStep: (projection: string) => void;
  /** Told before it lets the database work for as long as it takes. */
  readonly onRest: (projection: string) => void;
}

/** Rows that a build keeps in memory. */
const KEPT_ROWS = 50_000;
/** So many changed rows are written at once: a case whose events lie on many pages is written once for all of them. */
const PENDING_ROWS = 20_000;
/** And at the latest after so many events: what a build that is interrupted has to do again. */
const PENDING_EVENTS = 100_000;

/** Brings one build of a projection forward through the log. */
export class BuildRun {
  readonly #writer: PageWriter;
  readonly #reader: PageReader;
  #position: Position;
  #saved: Position;
  #savedAt = performance.now();
  #events = 0;
  #savedEvents = 0;
  /** Rows wait in memory until many have changed, or the head is reached. Only while nobody reads the table. */
  #gathering: boolean;

  constructor(
    private readonly context: RunContext,
    private readonly projection: AnyProjection,
    private readonly builds: Builds,
    private readonly pool: Queryable,
    readonly build: Build,
  ) {
    const building = build.state === 'building';
    const pageSize = building ? context.buildPageSize : context.pageSize;
    this.#writer = new PageWriter(
      projection,
      builds.columns,
      build,
      context.upcast,
      building ? KEPT_ROWS : 0,
    );
    this.#gathering = building;
    this.#reader = new PageReader(building ? context.store : context.tail, pageSize);
    this.#position = build.position;
    this.#saved = build.position;
  }

  /** Events looked at so far. */
  get events(): number {
    return this.#events;
  }

  /** Whether the stored checkpoint stands behind what was read. */
  get unsaved(): boolean {
    return this.#position !== this.#saved;
  }

  /** Works through one page. True while there may be more to read at once. */
  async step(connection: Queryable = this.pool): Promise<boolean> {
    this.context.onStep(this.projection.name);
    return this.#gathering ? this.#gather(connection) : this.#apply(connection);
  }

  async #apply(connection: Queryable): Promise<boolean> {
    const page = await this.#reader.read(this.#position);
    this.#events += page.events.length;
    const quiet = page.events.length === 0;
    const due = page.full || isSaveDue(this.#savedAt, quiet);
    if (!quiet || (due && this.unsaved)) {
      const saved = await this.#writer.apply(connection, page.events, this.#saved, page.next, due);
      if (saved) this.#saveAs(page.next);
    }
    this.#position = page.next;
    return page.full;
  }

  /** An event that cannot be taken is found page by page, from the checkpoint on, with everything before it applied. */
  async #gather(connection: Queryable): Promise<boolean> {
    try {
      const page = await this.#reader.read(this.#position);
      const rows = await this.#writer.gather(connection, page.events);
      this.#events += page.events.length;
      this.#position = page.next;
      const enough = rows >= PENDING_ROWS || this.#events - this.#savedEvents >= PENDING_EVENTS;
      if (this.unsaved && (!page.full || enough)) {
        await this.#writer.write(connection, this.#saved, page.next);
        this.#saveAs(page.next);
      }
      return page.full;
    } catch (error) {
      if (!(error instanceof PoisonEvent) && !isDataError(error)) throw error;
      this.#gathering = false;
      this.#writer.forget();
      this.#position = this.#saved;
      this.#events = this.#savedEvents;
      return true;
    }
  }

  /** Reads on until the head is reached or the signal is aborted. */
  async catchUp(signal?: AbortSignal): Promise<void> {
    let more = true;
    while (more && signal?.aborted !== true) more = await this.step();
  }

  /** Reaches the head, builds the indexes, and takes the place of the build that readers see now. */
  async becomeActive(signal?: AbortSignal): Promise<void> {
    const left = (): boolean => signal?.aborted === true;
    await this.catchUp(signal);
    if (left()) return;
    this.context.onRest(this.projection.name);
    await this.builds.index(this.build);
    await this.catchUp(signal);
    if (left()) return;
    await this.builds.activate(this.build, (client, upTo) => this.#reach(client, upTo));
  }

  /** Goes on from here with the table that readers see: small pages, and nothing kept in memory. */
  live(): BuildRun {
    const build: Build = { ...this.build, state: 'active', position: this.#saved };
    return new BuildRun(this.context, this.projection, this.builds, this.pool, build);
  }

  async #reach(client: PoolClient, upTo: Position): Promise<void> {
    const { store } = this.context;
    while (store.comparePositions(this.#position, upTo) < 0) await this.step(client);
    if (this.unsaved) {
      await this.#writer.apply(client, [], this.#saved, this.#position);
      this.#saveAs(this.#position);
    }
  }

  #saveAs(position: Position): void {
    this.#saved = position;
    this.#savedEvents = this.#events;
    this.#savedAt = performance.now();
  }
}
