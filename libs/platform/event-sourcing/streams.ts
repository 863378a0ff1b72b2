import { fold, isRefusal, type JsonObject, type JsonValue, type Refusal } from '#kernel';
import type { EventStore, ExpectedRevision, NewEvent, RecordedEvent } from '#platform/event-store';
import { failPoint } from '#platform/failpoint';
import { parse as parseUuid, v5 as uuidv5 } from 'uuid';
import { upcast, type DomainRecord, type EventMeta, type StreamKind } from './definition.js';

/** One attempt to change a stream. */
export interface Attempt {
  /** UUID. Repeating it changes nothing: events already written under it are found again. */
  readonly commandId: string;
  /** Keyed hash of what was asked; the same command id with another one is refused. */
  readonly fingerprint?: string;
  readonly actor: EventMeta['actor'];
  readonly now: string;
  readonly happenedAt?: string;
  /** The revision the caller saw (If-Match). Absent: whatever is there, retried when someone is faster. */
  readonly expectedRevision?: number;
}

export interface Loaded<Event, State> {
  readonly stream: string;
  readonly state: State;
  /** Revision of the last event; -1 when there is no such stream. */
  readonly revision: number;
  readonly records: readonly DomainRecord<Event>[];
}

export type Outcome<Event, State> =
  | {
      readonly outcome: 'done';
      readonly state: State;
      readonly revision: number;
      readonly events: readonly Event[];
      /** The command had been carried out before: this is how the stream stood after it. */
      readonly replayed: boolean;
    }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'conflict'; readonly actualRevision: number }
  | { readonly outcome: 'key-reused' };

const RETRIES = 5;

/** The one place that loads, folds, decides and appends. */
export class Streams {
  constructor(private readonly store: EventStore) {}

  /** Folds a stream, up to a revision or to what had been recorded at a moment when `until` says so. */
  async load<C, E extends { type: string; data: object }, S, X>(
    kind: StreamKind<C, E, S, X>,
    id: string,
    until: { readonly revision?: number; readonly recordedAt?: string } = {},
  ): Promise<Loaded<E, S>> {
    const stream = `${kind.category}-${id}`;
    const recorded = await this.store.readStream(stream);
    const records = upTo(
      recorded.map((event) => recordOf(kind, event)),
      until,
    );
    return {
      stream,
      records,
      revision: records.at(-1)?.recorded.revision ?? -1,
      state: fold(
        kind.decider,
        records.map(({ event }) => event),
      ),
    };
  }

  /**
   * Carries a command out: replayed if it was carried out before, otherwise decided on the state it finds and
   * appended at the revision it read. The command may look at the state, e.g. to encrypt for the right person.
   */
  async decide<C, E extends { type: string; data: object }, S, X>(
    kind: StreamKind<C, E, S, X>,
    id: string,
    attempt: Attempt,
    ask: {
      /** Asked first, before anything about the stream is given away. */
      readonly access?: (state: S) => Refusal | null;
      /** When it happened can depend on the state, too. */
      readonly command: (
        loaded: Loaded<E, S>,
      ) => Promise<{ command: C; context: X; happenedAt?: string } | Refusal>;
    },
  ): Promise<Outcome<E, S>> {
    for (let tries = 0; ; tries += 1) {
      const loaded = await this.load(kind, id);
      const barred = ask.access?.(loaded.state);
      if (barred) return { outcome: 'refused', refusal: barred };
      const earlier = this.replay(kind, loaded, attempt);
      if (earlier) return earlier;
      if (attempt.expectedRevision !== undefined && attempt.expectedRevision !== loaded.revision) {
        return { outcome: 'conflict', actualRevision: loaded.revision };
      }
      const asked = await ask.command(loaded);
      if (isRefusal(asked)) return { outcome: 'refused', refusal: asked };
      const decided = kind.decider.decide(asked.command, loaded.state, asked.context);
      if (isRefusal(decided)) return { outcome: 'refused', refusal: decided };
      if (decided.length === 0) {
        return {
          outcome: 'done',
          state: loaded.state,
          revision: loaded.revision,
          events: [],
          replayed: false,
        };
      }
      const happened =
        asked.happenedAt === undefined ? attempt : { ...attempt, happenedAt: asked.happenedAt };
      const appended = await this.append(kind, loaded, happened, decided);
      if (appended !== 'overtaken') return appended;
      if (tries >= RETRIES) {
        const { revision } = await this.load(kind, id);
        return { outcome: 'conflict', actualRevision: revision };
      }
    }
  }

  private replay<C, E extends { type: string; data: object }, S, X>(
    kind: StreamKind<C, E, S, X>,
    loaded: Loaded<E, S>,
    attempt: Attempt,
  ): Outcome<E, S> | null {
    const mine = loaded.records.filter(({ meta }) => meta.commandId === attempt.commandId);
    const last = mine.at(-1);
    if (!last) return null;
    if (last.meta.fingerprint !== attempt.fingerprint) return { outcome: 'key-reused' };
    const then = loaded.records.filter(({ recorded }) => recorded.revision <= last.recorded.revision);
    return {
      outcome: 'done',
      state: fold(
        kind.decider,
        then.map(({ event }) => event),
      ),
      revision: last.recorded.revision,
      events: mine.map(({ event }) => event),
      replayed: true,
    };
  }

  private async append<C, E extends { type: string; data: object }, S, X>(
    kind: StreamKind<C, E, S, X>,
    loaded: Loaded<E, S>,
    attempt: Attempt,
    events: readonly E[],
  ): Promise<Outcome<E, S> | 'overtaken'> {
    const expected: ExpectedRevision = loaded.revision < 0 ? 'no-stream' : loaded.revision;
    const answer = await this.store.append({
      stream: loaded.stream,
      expected,
      events: newEvents(kind, attempt, events),
    });
    // Somebody was faster: another command, or this very one under the same key. Only the stream tells which.
    if (answer.outcome !== 'appended') return 'overtaken';
    failPoint('after-append');
    return {
      outcome: 'done',
      state: fold(kind.decider, events, loaded.state),
      revision: answer.revision,
      events,
      replayed: false,
    };
  }
}

function newEvents<E extends { type: string; data: object }>(
  kind: { readonly events: Readonly<Record<string, { readonly version: number }>> },
  attempt: Attempt,
  events: readonly E[],
): NewEvent[] {
  const meta = plain({
    commandId: attempt.commandId,
    fingerprint: attempt.fingerprint,
    actor: { ...attempt.actor, roles: [...attempt.actor.roles] },
    happenedAt: attempt.happenedAt ?? attempt.now,
    recordedAt: attempt.now,
  }) as JsonObject;
  const namespace = parseUuid(attempt.commandId);
  return events.map((event, index) => ({
    id: uuidv5(String(index), namespace),
    type: event.type,
    schemaVersion: kind.events[event.type]?.version ?? 1,
    data: plain(event.data) as JsonObject,
    meta,
  }));
}

function recordOf<C, E extends { type: string; data: object }, S, X>(
  kind: StreamKind<C, E, S, X>,
  recorded: RecordedEvent,
): DomainRecord<E> {
  return {
    event: upcast(kind.events, recorded) as unknown as E,
    meta: recorded.meta as unknown as EventMeta,
    recorded,
  };
}

/** A history up to a point, never with a hole: what stands behind a later record is later too. */
function upTo<R extends DomainRecord<unknown>>(records: R[], until: Parameters<typeof isUntil>[1]): R[] {
  const end = records.findIndex((record) => !isUntil(record, until));
  return end < 0 ? records : records.slice(0, end);
}

function isUntil(
  record: DomainRecord<unknown>,
  until: { readonly revision?: number; readonly recordedAt?: string },
): boolean {
  if (until.revision !== undefined && record.recorded.revision > until.revision) return false;
  return until.recordedAt === undefined || record.meta.recordedAt <= until.recordedAt;
}

/** Absent optional fields are left out: the log holds JSON, which has no `undefined`. */
function plain(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, plain(field)]),
  );
}
