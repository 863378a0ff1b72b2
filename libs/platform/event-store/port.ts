import type { JsonObject } from '#kernel';

/** Opaque place in the log; compare with {@link comparePositions} only, never count with it. */
export type Position = string & { readonly position: unique symbol };

/** What a caller believes of a stream: nothing there, any state, or its last revision (first event = 0). */
export type ExpectedRevision = 'no-stream' | 'any' | number;

export interface NewEvent {
  /** UUID; derived from the command id, so that a repeated append is recognised. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
  /** Command id, actor, happened-at, recorded-at, correlation: all of it hashed with the event. */
  readonly meta: JsonObject;
}

export interface AppendRequest {
  /** `<category>-<id>`; the category is the text before the first `-`. */
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

/** What became of one append. A conflict or partial duplicate of one append touches no other. */
export type AppendOutcome =
  | {
      readonly outcome: 'appended';
      readonly firstRevision: number;
      readonly revision: number;
      readonly position: Position;
    }
  /** The same ids stand in this stream already: nothing was written, these are their places. */
  | {
      readonly outcome: 'duplicate';
      readonly firstRevision: number;
      readonly revision: number;
      readonly position: Position;
    }
  | { readonly outcome: 'conflict'; readonly actualRevision: number | null };

export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  /** 0 for the first event of the stream. */
  readonly revision: number;
  readonly position: Position;
  /** SHA-256 chain of the stream up to this event, hex. */
  readonly chain: string;
}

export interface Page {
  readonly events: readonly RecordedEvent[];
  /** Where to read on: the position of the last event looked at, or what was passed in. */
  readonly next: Position;
}

export interface Subscription {
  stop(): Promise<void>;
}

/**
 * The log. Every operation exists on PostgreSQL and on KurrentDB.
 * Faults (no connection, bad input such as a lone surrogate) reject; lawful outcomes are answers.
 */
export abstract class EventStore {
  abstract append(request: AppendRequest): Promise<AppendOutcome>;
  /** The events of one stream in order, from a revision on; empty when there is no such stream. */
  abstract readStream(
    stream: string,
    options?: { readonly fromRevision?: number; readonly limit?: number },
  ): Promise<readonly RecordedEvent[]>;
  /** Events after the position in the one global order. A page may be empty at the head. */
  abstract readAll(after: Position, limit: number): Promise<Page>;
  abstract readCategory(category: string, after: Position, limit: number): Promise<Page>;
  /** Place of the newest event; `start` of an empty log. */
  abstract head(): Promise<Position>;
  /** The place before the first event. */
  abstract get start(): Position;
  abstract comparePositions(a: Position, b: Position): number;
  /**
   * Calls `wake` soon after events were appended by anyone, and at least every `everyMs` (default 500).
   * A hint only: who is woken reads from its own position.
   */
  abstract onAppended(wake: () => void, everyMs?: number): Subscription;
}
