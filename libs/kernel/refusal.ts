import type { JsonObject } from './json.js';

/**
 * A rule said no. Not a fault: it carries a stable kebab-case code, the facts behind it, and the rules
 * of the specification (G03, A17 …) it rests on, so that the answer can say what to do instead.
 */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly rules: readonly string[];
  readonly facts: JsonObject;
}

/** Builds a refusal. `rules` are ids of the specification; `facts` never hold personal data. */
export function refuse<Code extends string>(
  code: Code,
  rules: readonly string[],
  facts: JsonObject = {},
): Refusal<Code> {
  return { refused: code, rules, facts };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
