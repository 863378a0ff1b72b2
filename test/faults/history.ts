/** What a client was told in the end about one request. */
export type Result =
  | { readonly kind: 'ok'; readonly status: number; readonly answer: Acknowledged }
  /** Refused: nothing may have happened. */
  | { readonly kind: 'fail'; readonly status: number; readonly code: string }
  /** No answer, or one that leaves it open: it may have happened. */
  | { readonly kind: 'unknown'; readonly why: string };

/** The part of a 2xx answer that must be the same however often it is asked for. */
export interface Acknowledged {
  readonly id: string;
  readonly number: string;
  readonly revision: number;
  readonly phase: string;
  readonly events: readonly string[];
}

/** What a client meant to do, under one Idempotency-Key. */
export interface Intent {
  /** The Idempotency-Key. */
  readonly key: string;
  /** The id that the system gives this command. */
  readonly commandId: string;
  readonly actor: string;
  readonly path: string;
  /** Stream and revision in If-Match; absent for a registration. */
  readonly stream?: string;
  readonly expected?: number;
  /** Text that the event must carry: whatever carries it was caused by this intent, under whatever id. */
  readonly mark?: string;
}

/** A line of a client's journal: written and fsynced before the request goes out, and when its end is known. */
export type JournalLine =
  | { readonly line: 'invoke'; readonly attempt: number; readonly at: number; readonly intent: Intent }
  | {
      readonly line: 'end';
      readonly key: string;
      readonly attempt: number;
      readonly at: number;
      readonly result: Result;
    };

/** One intent with everything that clients were told about it. */
export interface Operation extends Intent {
  readonly results: readonly Result[];
}

/** An event as the log holds it at the end. */
export interface LoggedEvent {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly chain: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly commandId: string;
  readonly actor: string;
  readonly recordedAt: string;
}

/** An event as somebody saw it who followed the log during the run. */
export interface SeenEvent {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly chain: string;
  /** The office's time by the database just after it was seen: no event can be younger than this. */
  readonly seenAt: string;
  /** The same in real time, ms since 1970 by the database. */
  readonly seenReally?: number;
}

/** A row of the timers' table. */
export interface TimerFact {
  readonly timerId: string;
  readonly revision: number;
  readonly state: string;
  readonly fireAt: string;
}

/** Everything that is known when a run is over. */
export interface History {
  readonly operations: readonly Operation[];
  readonly log: readonly LoggedEvent[];
  readonly readers: readonly { readonly name: string; readonly seen: readonly SeenEvent[] }[];
  readonly chains: readonly { readonly stream: string; readonly intact: boolean; readonly detail: string }[];
  readonly readModels: readonly {
    readonly name: string;
    readonly live: readonly string[];
    readonly rebuilt: readonly string[];
  }[];
  readonly timers: readonly TimerFact[];
  /** The office's time when the timers were read, by the database. */
  readonly officeTime: string;
}

export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9';

/** A broken promise, in words. */
export interface Violation {
  readonly invariant: Invariant;
  readonly what: string;
}

/** The operations that a journal tells of. A request without an end is one whose outcome nobody knows. */
export function operationsOf(lines: readonly JournalLine[]): Operation[] {
  const intents = new Map<string, Intent>();
  const results = new Map<string, Map<number, Result>>();
  for (const line of lines) {
    const key = line.line === 'invoke' ? line.intent.key : line.key;
    const known = results.get(key) ?? new Map<number, Result>();
    results.set(key, known);
    if (line.line === 'end') known.set(line.attempt, line.result);
    else {
      intents.set(key, line.intent);
      known.set(line.attempt, { kind: 'unknown', why: 'the client never learned' });
    }
  }
  return [...intents.values()].map((intent) => ({
    ...intent,
    results: [...(results.get(intent.key)?.values() ?? [])],
  }));
}

/** The first answer by which the operation was acknowledged, if it was. */
export function acknowledgedBy(operation: Operation): Acknowledged | undefined {
  for (const result of operation.results) if (result.kind === 'ok') return result.answer;
  return undefined;
}

/** Whether a client was told that the operation was refused, and never that it was done. */
export function wasRefused(operation: Operation): boolean {
  return acknowledgedBy(operation) === undefined && operation.results.some(({ kind }) => kind === 'fail');
}

/** Values under the same key together, in order. */
export function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
