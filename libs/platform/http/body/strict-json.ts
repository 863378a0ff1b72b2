import type { JsonObject } from '#kernel';
import { ProblemError } from '../problems/errors.js';
import { fieldError, type FieldErrorCode, pointerStep } from '../problems/field-errors.js';
import { duplicateKey } from './duplicate-key.js';
import { JSON_LIMITS, type JsonLimits } from './limits.js';
import { scanJson } from './scan.js';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
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
  if (inspect(value, '') < scan.keys) throw malformed('duplicate-key', duplicateKey(text) ?? '');
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
  const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (!exact) throw malformed('number-out-of-range', pointer);
}

function malformed(code: FieldErrorCode, pointer: string, facts: JsonObject = {}): ProblemError {
  return new ProblemError('malformed-json', { facts, errors: [fieldError(code, pointer, facts)] });
}
