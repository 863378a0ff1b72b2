import type { JsonObject } from '#kernel';
import { ProblemError } from '../problems/errors.js';
import { fieldError, type FieldErrorCode, pointerStep } from '../problems/field-errors.js';
import { duplicateKey } from './duplicate-key.js';
import { JSON_LIMITS, type JsonLimits } from './limits.js';
import { scanJson } from './scan.js';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
/** Without one of these in the text, no key can be forbidden and no string broken: the bytes were valid UTF-8. */
const TRAPS = /\\u|__proto__|constructor|prototype/;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Bytes to a JSON object, or `malformed-json` (400) that says what is wrong and where: not UTF-8, no JSON, no
 * object, over a limit, a key twice, a key that could reach a prototype, NUL or half a character in a text,
 * a number that JavaScript would change.
 */
export function parseStrictJson(bytes: Uint8Array, limits: JsonLimits = JSON_LIMITS): JsonObject {
  const text = decoded(bytes);
  const scan = scanJson(text, limits);
  if ('broken' in scan) throw malformed(scan.broken, '', { limit: scan.limit });
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed('not-an-object', '');
  const keys = TRAPS.test(text) ? inspect(value, '') : (plainKeys(value) ?? inspect(value, ''));
  if (keys < scan.keys) throw malformed('duplicate-key', duplicateKey(text) ?? '');
  return value as JsonObject;
}

function decoded(bytes: Uint8Array): string {
  if (bytes.length === 0) throw malformed('body-missing', '');
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformed('invalid-utf8', '');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser's own message quotes the body; only the position is safe to repeat.
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    throw malformed('invalid-syntax', '', position === undefined ? {} : { position: Number(position) });
  }
}

/** Counts the keys of a value whose texts need no look; undefined when a number needs one. Spares most bodies the pointers. */
function plainKeys(value: unknown): number | undefined {
  if (typeof value === 'number') return isExact(value) ? 0 : undefined;
  if (typeof value !== 'object' || value === null) return 0;
  const children = Array.isArray(value) ? (value as unknown[]) : Object.values(value);
  let keys: number = Array.isArray(value) ? 0 : children.length;
  for (const child of children) {
    const inside = plainKeys(child);
    if (inside === undefined) return undefined;
    keys += inside;
  }
  return keys;
}

/** Looks at every key and value and counts the keys. Recursion is safe: depth was limited before parsing. */
function inspect(value: unknown, pointer: string): number {
  if (typeof value === 'string') inspectText(value, pointer);
  else if (typeof value === 'number') inspectNumber(value, pointer);
  else if (Array.isArray(value)) {
    let keys = 0;
    for (let at = 0; at < value.length; at++) keys += inspect(value[at], `${pointer}/${at}`);
    return keys;
  } else if (typeof value === 'object' && value !== null) return inspectObject(value, pointer);
  return 0;
}

function inspectObject(value: object, pointer: string): number {
  let keys = 0;
  for (const [key, child] of Object.entries(value)) {
    const at = pointer + pointerStep(key);
    if (FORBIDDEN_KEYS.has(key)) throw malformed('forbidden-key', at);
    inspectText(key, at);
    keys += 1 + inspect(child, at);
  }
  return keys;
}

function inspectText(text: string, pointer: string): void {
  if (text.includes('\0')) throw malformed('nul-character', pointer);
  if (!text.isWellFormed()) throw malformed('lone-surrogate', pointer);
}

function inspectNumber(value: number, pointer: string): void {
  if (!isExact(value)) throw malformed('number-out-of-range', pointer);
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

function malformed(code: FieldErrorCode, pointer: string, facts: JsonObject = {}): ProblemError {
  return new ProblemError('malformed-json', { facts, errors: [fieldError(code, pointer, facts)] });
}
