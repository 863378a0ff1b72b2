import canonicalize from 'canonicalize';
import { BadInput } from './errors.js';
import type { NewEvent } from './port.js';

/** Deepest nesting of `data` and `meta`. */
const MAX_DEPTH = 32;
const PLAIN = Object.prototype;

/**
 * The canonical text (RFC 8785) of one event of a stream: what is stored and hashed. The event must have
 * passed {@link requirePlainJson}.
 */
export function canonicalBody(stream: string, event: NewEvent): string {
  const { data, id, meta, schemaVersion, type } = event;
  const text = canonicalize({ data, id, meta, schemaVersion, stream, type });
  if (text === undefined) throw new BadInput('', 'has no canonical form');
  return text;
}

/**
 * Refuses ({@link BadInput}, naming the JSON pointer) whatever would not come back from canonical JSON as
 * it went in: NUL, lone surrogates, numbers that are not finite or not exact, `undefined`, `__proto__`,
 * objects other than plain ones, and nesting deeper than 32.
 */
export function requirePlainJson(value: unknown, pointer: string, depth = 0): void {
  switch (typeof value) {
    case 'string':
      return requireText(value, pointer);
    case 'number':
      return requireExact(value, pointer);
    case 'boolean':
      return;
    case 'object':
      if (value !== null) requirePlainObject(value, pointer, depth);
      return;
    case 'undefined':
      throw new BadInput(pointer, 'is undefined');
    default:
      throw new BadInput(pointer, `is a ${typeof value}, not JSON`);
  }
}

function requirePlainObject(value: object, pointer: string, depth: number): void {
  if (depth >= MAX_DEPTH) throw new BadInput(pointer, `is nested deeper than ${MAX_DEPTH}`);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      requirePlainJson(value[index], `${pointer}/${index}`, depth + 1);
    }
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== PLAIN && prototype !== null) throw new BadInput(pointer, 'is not a plain object');
  for (const key of Object.keys(value)) {
    const below = `${pointer}/${escapeKey(key)}`;
    if (key === '__proto__') throw new BadInput(below, 'is a forbidden key');
    requireText(key, below);
    requirePlainJson((value as Record<string, unknown>)[key], below, depth + 1);
  }
}

function requireText(text: string, pointer: string): void {
  if (text.includes('\0')) throw new BadInput(pointer, 'holds a NUL character');
  if (!text.isWellFormed()) throw new BadInput(pointer, 'holds a lone surrogate');
}

function requireExact(number: number, pointer: string): void {
  if (!Number.isFinite(number)) throw new BadInput(pointer, 'is not a finite number');
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    throw new BadInput(pointer, 'is an integer beyond 2^53-1');
  }
}

function escapeKey(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}
