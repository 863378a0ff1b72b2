import { canonicalBody, requirePlainJson } from './canonical.js';
import { chainNext, chainStart } from './chain.js';
import type { NewEvent, RecordedEvent } from './port.js';

/** An event as it lies in the store: its own bytes beside what the store says about it. */
export interface StoredEvent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly body: string;
  /** Hex. */
  readonly chain: string;
}

/** Where a stream ends according to the store, or to somebody who wrote it down elsewhere. */
export interface StreamEnd {
  readonly revision: number;
  readonly chain: string;
}

export type Verdict =
  | { readonly intact: true; readonly events: number; readonly chain: string }
  | { readonly intact: false; readonly revision: number; readonly reason: BadEventReason };

/** Why the event at that revision is the first bad one. */
export type BadEventReason =
  'missing' | 'out-of-order' | 'other-stream' | 'other-id' | 'not-canonical' | 'chain-broken' | 'beyond-end';

/**
 * Recomputes the canonical bytes and the chain of a whole stream and names the first bad event. Without
 * `end` a removed tail cannot be noticed: what is left is a whole, shorter stream.
 */
export function verifyStream(stream: string, events: readonly RecordedEvent[], end?: StreamEnd): Verdict {
  return verifyStored(stream, events.map(storedForm), end);
}

/** As {@link verifyStream}, over the bytes that are stored; they must themselves be canonical. */
export function verifyStored(stream: string, events: readonly StoredEvent[], end?: StreamEnd): Verdict {
  let chain = chainStart(stream);
  for (const [revision, event] of events.entries()) {
    const reason = faultOf(stream, revision, event) ?? brokenChain(chain, event);
    if (reason) return { intact: false, revision, reason };
    chain = event.chain;
  }
  if (!end) return { intact: true, events: events.length, chain };
  if (events.length <= end.revision) return { intact: false, revision: events.length, reason: 'missing' };
  if (events.length > end.revision + 1) {
    return { intact: false, revision: end.revision + 1, reason: 'beyond-end' };
  }
  if (chain !== end.chain) return { intact: false, revision: end.revision, reason: 'chain-broken' };
  return { intact: true, events: events.length, chain };
}

function storedForm(event: RecordedEvent): StoredEvent {
  const { stream, revision, id, chain } = event;
  return { stream, revision, id, chain, body: canonicalBody(stream, event) };
}

function faultOf(stream: string, revision: number, event: StoredEvent): BadEventReason | undefined {
  if (event.stream !== stream) return 'other-stream';
  if (event.revision !== revision) return event.revision > revision ? 'missing' : 'out-of-order';
  const body = parsed(event.body);
  if (!body || canonicalOf(body) !== event.body) return 'not-canonical';
  if (body.stream !== stream) return 'other-stream';
  return body.id === event.id ? undefined : 'other-id';
}

function brokenChain(before: string, event: StoredEvent): BadEventReason | undefined {
  return chainNext(before, event.body) === event.chain ? undefined : 'chain-broken';
}

function parsed(body: string): (NewEvent & { readonly stream: string }) | undefined {
  try {
    const value: unknown = JSON.parse(body);
    requirePlainJson(value, '', -1);
    return typeof value === 'object' && value !== null
      ? (value as NewEvent & { readonly stream: string })
      : undefined;
  } catch {
    return undefined;
  }
}

function canonicalOf(event: NewEvent & { readonly stream: string }): string | undefined {
  return canonicalBody(event.stream, event);
}
