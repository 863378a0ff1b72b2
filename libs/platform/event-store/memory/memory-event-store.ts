import { chainNext, chainStart } from '../chain.js';
import { PartialDuplicate, PositionBeyondLog } from '../errors.js';
import { Epochs, START, comparePositions } from '../position.js';
import {
  EventStore,
  type AppendOutcome,
  type AppendRequest,
  type NewEvent,
  type Page,
  type Position,
  type RecordedEvent,
  type Subscription,
} from '../port.js';
import {
  categoryOf,
  encodeAppend,
  requireCategory,
  requireLimit,
  requireRevision,
  requireStream,
} from '../request.js';

/** The log in memory, for tests of the domain. It forgets everything when the process ends. */
export class MemoryEventStore extends EventStore {
  private readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly wakes = new Set<() => void>();
  private readonly epochs = new Epochs([{ epoch: 1, firstPosition: 1 }]);

  async append(request: AppendRequest): Promise<AppendOutcome> {
    const { stream, expected, ids, bodies } = encodeAppend(request);
    const history = this.streams.get(stream) ?? [];
    const last = history.at(-1);
    const known = history.filter(({ id }) => ids.includes(id));
    if (known.length > 0) return repeated(stream, ids, known);
    const actual = last?.revision ?? null;
    if (expected !== 'any' && actual !== (expected === 'no-stream' ? null : expected)) {
      return { outcome: 'conflict', actualRevision: actual };
    }
    const firstRevision = history.length;
    let chain = last?.chain ?? chainStart(stream);
    for (const body of bodies) {
      chain = chainNext(chain, body);
      const { id, type, schemaVersion, data, meta } = JSON.parse(body) as NewEvent;
      const place = {
        stream,
        revision: history.length,
        position: this.epochs.name(this.log.length + 1),
        chain,
      };
      const event: RecordedEvent = { id, type, schemaVersion, data, meta, ...place };
      history.push(event);
      this.log.push(event);
    }
    this.streams.set(stream, history);
    setImmediate(() => this.wakes.forEach((wake) => wake()));
    const position = this.epochs.name(this.log.length);
    return { outcome: 'appended', firstRevision, revision: history.length - 1, position };
  }

  async readStream(
    stream: string,
    options: { readonly fromRevision?: number; readonly limit?: number } = {},
  ): Promise<readonly RecordedEvent[]> {
    const { fromRevision = 0, limit } = options;
    requireStream(stream);
    requireRevision(fromRevision);
    if (limit !== undefined) requireLimit(limit);
    const history = this.streams.get(stream) ?? [];
    return structuredClone(
      history.slice(fromRevision, limit === undefined ? undefined : fromRevision + limit),
    );
  }

  async readAll(after: Position, limit: number): Promise<Page> {
    return this.page(this.log, after, limit);
  }

  async readCategory(category: string, after: Position, limit: number): Promise<Page> {
    requireCategory(category);
    const events = this.log.filter(({ stream }) => categoryOf(stream) === category);
    return this.page(events, after, limit);
  }

  async head(): Promise<Position> {
    return this.epochs.name(this.log.length);
  }

  get start(): Position {
    return START;
  }

  comparePositions(a: Position, b: Position): number {
    return comparePositions(a, b);
  }

  onAppended(wake: () => void, everyMs = 500): Subscription {
    // Its own identity, so that one function subscribed twice is woken, and stopped, twice.
    const subscriber = () => wake();
    this.wakes.add(subscriber);
    const timer = setInterval(subscriber, everyMs);
    return {
      stop: async () => {
        clearInterval(timer);
        this.wakes.delete(subscriber);
      },
    };
  }

  private page(events: readonly RecordedEvent[], after: Position, limit: number): Page {
    requireLimit(limit);
    if (this.epochs.place(after) > this.log.length) {
      throw new PositionBeyondLog(after, 'beyond-head', this.epochs.name(this.log.length));
    }
    const page = events.filter(({ position }) => comparePositions(position, after) > 0).slice(0, limit);
    return { events: structuredClone(page), next: page.at(-1)?.position ?? after };
  }
}

function repeated(stream: string, ids: readonly string[], known: readonly RecordedEvent[]): AppendOutcome {
  const first = known[0];
  const last = known.at(-1);
  const same = known.every(
    ({ id, revision }, index) => id === ids[index] && revision === known[0]!.revision + index,
  );
  if (!first || !last || !same || known.length !== ids.length) throw new PartialDuplicate(stream);
  const { revision, position } = last;
  return { outcome: 'duplicate', firstRevision: first.revision, revision, position };
}
