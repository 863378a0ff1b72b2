import type { FieldErrorCode } from '../problems/field-errors.js';
import type { JsonLimits } from './limits.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COLON = 0x3a;
const COMMA = 0x2c;

/** What a glance over the text told: its keys, or which limit it breaks. */
export type Scan = { readonly keys: number } | { readonly broken: FieldErrorCode; readonly limit: number };

/**
 * Counts nesting, keys and values before anything is parsed, in one pass without recursion. Says nothing
 * about grammar: what is no JSON is left to the parser.
 */
export function scanJson(text: string, limits: JsonLimits): Scan {
  let depth = 0;
  let keys = 0;
  let commas = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (++depth > limits.depth) return { broken: 'too-deep', limit: limits.depth };
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
    else if (code === COLON) {
      if (++keys > limits.keys) return { broken: 'too-many-keys', limit: limits.keys };
    } else if (code === COMMA && ++commas > limits.values) {
      return { broken: 'too-many-values', limit: limits.values };
    }
  }
  return { keys };
}

/** Index of the quote that ends the string starting at `start`; end of text when none does. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}
