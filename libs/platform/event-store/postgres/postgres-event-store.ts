import type { Pool } from 'pg';
import { createAppPool, PLANS } from '#platform/postgres';
import {
  EventStore,
  type AppendOutcome,
  type AppendRequest,
  type Page,
  type Position,
  type RecordedEvent,
  type Subscription,
} from '../port.js';
import { START, comparePositions } from '../position.js';
import {
  DEFAULT_LIMITS,
  encodeAppend,
  requireCategory,
  requireLimit,
  requireRevision,
  requireStream,
  type EncodedAppend,
  type EventLimits,
} from '../request.js';
import { verifyStored, type Verdict } from '../verify.js';
import { AppendConnection, StatementRefused } from './append-connection.js';
import { AppendHints } from './append-hints.js';
import { AppendQueue, type Answer } from './append-queue.js';
import { APPEND, APPEND_ONE, answersOf, parametersOf, parametersOfOne } from './batch.js';
import { EventReader } from './event-reader.js';

export interface PostgresEventStoreOptions extends Partial<EventLimits> {
  /** Shown in `pg_stat_activity`; `tousu` unless told. */
  readonly applicationName?: string;
  /** Most connections for reading; 10 unless told. One more writes, and one more listens when subscribed. */
  readonly maxReaders?: number;
}

const PAGE_MAX = 10_000;
const POLL_MS = 500;
/** Errors that one append of a batch can cause: data, constraint, limit. */
const OF_ONE_APPEND = /^(22|23|54)/;
const UNIQUE_VIOLATION = '23505';

/**
 * The log on PostgreSQL: appends are gathered into batches, and a batch is one call of `es.append`. Needs a
 * migrated database. Connects when first used; {@link close} it at the end.
 */
export class PostgresEventStore extends EventStore {
  private readonly limits: EventLimits;
  private readonly pool: Pool;
  private readonly connection: AppendConnection;
  private readonly queue: AppendQueue;
  private readonly reader: EventReader;
  private readonly hints: AppendHints;

  constructor(url: string, options: PostgresEventStoreOptions = {}) {
    super();
    const name = options.applicationName ?? 'tousu';
    this.limits = { ...DEFAULT_LIMITS, ...options };
    this.pool = createAppPool(url, {
      applicationName: `${name} read`,
      max: options.maxReaders,
      settings: PLANS,
    });
    this.connection = new AppendConnection(url, `${name} append`);
    this.queue = new AppendQueue((batch) => this.write(batch));
    this.reader = new EventReader(this.pool);
    this.hints = new AppendHints(url, name, this.pool);
  }

  /** Answers what was already taken, then lets go of every connection. */
  async close(): Promise<void> {
    await this.queue.close();
    await Promise.all([this.connection.close(), this.hints.close()]);
    await this.pool.end();
  }

  async append(request: AppendRequest): Promise<AppendOutcome> {
    return this.queue.add(encodeAppend(request, this.limits));
  }

  async readStream(
    stream: string,
    options: { readonly fromRevision?: number; readonly limit?: number } = {},
  ): Promise<readonly RecordedEvent[]> {
    const { fromRevision = 0, limit } = options;
    requireStream(stream);
    requireRevision(fromRevision);
    if (limit !== undefined) requireLimit(limit);
    return this.reader.stream(stream, fromRevision, limit ?? null);
  }

  async readAll(after: Position, limit: number): Promise<Page> {
    requireLimit(limit);
    return this.reader.all(after, Math.min(limit, PAGE_MAX));
  }

  async readCategory(category: string, after: Position, limit: number): Promise<Page> {
    requireCategory(category);
    requireLimit(limit);
    return this.reader.category(category, after, Math.min(limit, PAGE_MAX));
  }

  head(): Promise<Position> {
    return this.reader.head();
  }

  get start(): Position {
    return START;
  }

  comparePositions(a: Position, b: Position): number {
    return comparePositions(a, b);
  }

  onAppended(wake: () => void, everyMs: number = POLL_MS): Subscription {
    return this.hints.subscribe(wake, everyMs);
  }

  /** Recomputes a stream from its stored bytes, against where the store says it ends. */
  async verify(stream: string): Promise<Verdict> {
    const { events, end } = await this.reader.stored(stream);
    return verifyStored(stream, events, end);
  }

  private async write(batch: readonly EncodedAppend[]): Promise<readonly Answer[]> {
    try {
      return await this.writeTogether(batch, false);
    } catch (fault) {
      if (!(fault instanceof StatementRefused) || !OF_ONE_APPEND.test(fault.sqlState)) throw fault;
      // Rolled back as a whole. An id that stands in its stream although the revision fits is looked up;
      // anything else that one append can cause must not be answered to the others.
      return fault.sqlState === UNIQUE_VIOLATION
        ? this.writeTogether(batch, true)
        : this.writeEachAlone(batch);
    }
  }

  private async writeTogether(
    batch: readonly EncodedAppend[],
    probeAll: boolean,
  ): Promise<readonly Answer[]> {
    const numbers = await this.call(batch, probeAll);
    const answers = answersOf(batch, numbers, await this.reader.epochsAt(numbers[0] ?? 0));
    if (answers.some((answer) => !(answer instanceof Error) && answer.outcome === 'appended')) {
      this.hints.announce();
    }
    return answers;
  }

  private async call(batch: readonly EncodedAppend[], probeAll: boolean): Promise<number[]> {
    const one = probeAll ? undefined : parametersOfOne(batch);
    const quick = one && (await this.connection.run('es-append-one', APPEND_ONE, one));
    const said = quick ?? (await this.connection.run('es-append', APPEND, parametersOf(batch, probeAll)));
    return (said as string[]).map(Number);
  }

  private async writeEachAlone(batch: readonly EncodedAppend[]): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    for (const append of batch) {
      const alone = await this.writeTogether([append], true).catch((fault: unknown) => [fault as Error]);
      answers.push(...alone);
    }
    return answers;
  }
}
