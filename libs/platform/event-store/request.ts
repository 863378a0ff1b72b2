import { canonicalBody, requirePlainJson } from './canonical.js';
import { BadInput } from './errors.js';
import type { AppendRequest, ExpectedRevision, NewEvent } from './port.js';

/** What one store takes at most. */
export interface EventLimits {
  /** Canonical UTF-8 bytes of one event. */
  readonly maxEventBytes: number;
}

export const DEFAULT_LIMITS: EventLimits = { maxEventBytes: 64 * 1024 };

/** Canonical UTF-8 bytes of all events of one append. KurrentDB takes half of it unless its setting is raised. */
const MAX_APPEND_BYTES = 2 * 1024 * 1024;
const MAX_STREAM_BYTES = 250;
const MAX_TYPE_LENGTH = 200;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const STREAM = /^[A-Za-z][A-Za-z0-9_]*-[^\p{Cc}\p{Cs}]+$/u;
const CATEGORY = /^[A-Za-z][A-Za-z0-9_]*$/;

/** An append that has been checked and turned into bytes. */
export interface EncodedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly ids: readonly string[];
  /** Canonical text of each event. */
  readonly bodies: readonly string[];
  /** UTF-8 bytes of all bodies. */
  readonly bytes: number;
}

/** Checks an append and encodes it; throws {@link BadInput} with the pointer of the first thing wrong. */
export function encodeAppend(request: AppendRequest, limits: EventLimits = DEFAULT_LIMITS): EncodedAppend {
  const { stream, expected, events } = request;
  requireStream(stream);
  if (typeof expected === 'number' ? !isRevision(expected) : expected !== 'any' && expected !== 'no-stream') {
    throw new BadInput('/expected', 'is neither a revision nor `any` nor `no-stream`');
  }
  if (events.length === 0) throw new BadInput('/events', 'is empty');
  const ids: string[] = [];
  const bodies: string[] = [];
  let bytes = 0;
  for (const [index, event] of events.entries()) {
    const pointer = `/events/${index}`;
    requireEvent(event, pointer);
    if (ids.includes(event.id)) throw new BadInput(`${pointer}/id`, 'stands twice in this append');
    const body = canonicalBody(stream, event);
    const size = Buffer.byteLength(body);
    if (size > limits.maxEventBytes) {
      throw new BadInput(pointer, `is ${size} bytes, more than ${limits.maxEventBytes}`);
    }
    ids.push(event.id);
    bodies.push(body);
    bytes += size;
    if (bytes > MAX_APPEND_BYTES) throw new BadInput('/events', `is more than ${MAX_APPEND_BYTES} bytes`);
  }
  return { stream, expected, ids, bodies, bytes };
}

/** Throws {@link BadInput} unless the name is `<category>-<id>`, 250 bytes at most, without control characters. */
export function requireStream(stream: string): void {
  if (typeof stream !== 'string' || !STREAM.test(stream)) {
    throw new BadInput('/stream', 'is not <category>-<id>');
  }
  if (Buffer.byteLength(stream) > MAX_STREAM_BYTES) {
    throw new BadInput('/stream', `is longer than ${MAX_STREAM_BYTES} bytes`);
  }
}

/** Throws {@link BadInput} unless the text can be the category of a stream. */
export function requireCategory(category: string): void {
  if (!CATEGORY.test(category)) throw new BadInput('/category', 'is not a category');
}

/** Throws {@link BadInput} unless the number of events asked for is a positive whole number. */
export function requireLimit(limit: number): void {
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new BadInput('/limit', 'is not a positive whole number');
}

/** Throws {@link BadInput} unless the number can be a revision. */
export function requireRevision(revision: number): void {
  if (!isRevision(revision)) throw new BadInput('/fromRevision', 'is not a revision');
}

/** The text before the first `-`. */
export function categoryOf(stream: string): string {
  return stream.slice(0, stream.indexOf('-'));
}

function isRevision(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function requireEvent(event: NewEvent, pointer: string): void {
  if (typeof event.id !== 'string' || !UUID.test(event.id)) {
    throw new BadInput(`${pointer}/id`, 'is not a UUID in lower case');
  }
  if (typeof event.type !== 'string' || event.type === '' || event.type.length > MAX_TYPE_LENGTH) {
    throw new BadInput(`${pointer}/type`, `is not a name of 1 to ${MAX_TYPE_LENGTH} characters`);
  }
  requirePlainJson(event.type, `${pointer}/type`);
  if (!Number.isSafeInteger(event.schemaVersion) || event.schemaVersion < 1) {
    throw new BadInput(`${pointer}/schemaVersion`, 'is not a positive whole number');
  }
  for (const part of ['data', 'meta'] as const) {
    const value: unknown = event[part];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new BadInput(`${pointer}/${part}`, 'is not an object');
    }
    requirePlainJson(value, `${pointer}/${part}`);
  }
}
