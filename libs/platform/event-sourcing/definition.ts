import type { Decider, JsonObject } from '#kernel';
import type { RecordedEvent } from '#platform/event-store';

/** The version an event is written in, and the pure steps that lead there from older versions. */
export interface EventVersion {
  readonly version: number;
  /** Step n turns version n + 1 into n + 2. */
  readonly upcasts: readonly ((data: never) => unknown)[];
}

/** One kind of stream: its category, its rules, and every event it may hold. */
export interface StreamKind<Command, Event extends { type: string; data: object }, State, Context> {
  readonly category: string;
  readonly decider: Decider<Command, Event, State, Context>;
  readonly events: Readonly<Record<Event['type'], EventVersion>>;
}

/** Who did it, when it happened and when it was written: part of what is hashed. */
export interface EventMeta {
  readonly commandId: string;
  readonly fingerprint?: string;
  readonly actor: {
    readonly id: string;
    readonly roles: readonly string[];
    /** Where the person belongs: to an office, or to an operator. */
    readonly office?: string;
    readonly operator?: string;
  };
  readonly happenedAt: string;
  readonly recordedAt: string;
}

/** An event as domain code reads it: its data in the present version. */
export interface DomainRecord<Event = { readonly type: string; readonly data: JsonObject }> {
  readonly event: Event;
  readonly meta: EventMeta;
  readonly recorded: RecordedEvent;
}

/** A stored event that this program does not know: it must not be skipped, so reading stops. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';
}

/** Brings a stored event to its present version. Throws {@link UnknownEvent} for a name or version not known. */
export function upcast(
  versions: Readonly<Record<string, EventVersion>>,
  recorded: RecordedEvent,
): { type: string; data: JsonObject } {
  const known = versions[recorded.type];
  if (!known || recorded.schemaVersion > known.version) {
    throw new UnknownEvent(
      `${recorded.type} version ${recorded.schemaVersion} in ${recorded.stream} at ${recorded.revision}`,
    );
  }
  let data: unknown = recorded.data;
  for (const step of known.upcasts.slice(recorded.schemaVersion - 1)) data = step(data as never);
  return { type: recorded.type, data: data as JsonObject };
}

type Upcasted = { readonly type: string; readonly data: JsonObject } & RecordedEvent;

/**
 * An upcast for the projections of one or more kinds of stream; events of other streams are passed on as they are. They
 * follow the log together, so what has been done for one of them is done for all.
 */
export function upcastFor(
  versions: Readonly<Record<string, Readonly<Record<string, EventVersion>>>>,
): (recorded: RecordedEvent) => Upcasted {
  const done = new WeakMap<RecordedEvent, Upcasted>();
  return (recorded) => {
    const earlier = done.get(recorded);
    if (earlier) return earlier;
    const known = versions[recorded.stream.slice(0, recorded.stream.indexOf('-'))];
    const upcasted = known ? { ...recorded, ...upcast(known, recorded) } : recorded;
    done.set(recorded, upcasted);
    return upcasted;
  };
}
