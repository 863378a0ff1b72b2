import { RulebookInvalid } from './errors.js';
import { problemsOfSense } from './sense.js';
import { problemsOfShape } from './shape.js';
import type { Rulebook } from './types.js';

/**
 * Reads a rulebook from data, checks it whole, and freezes it.
 * @throws RulebookInvalid with every fault and its place (JSON pointer)
 */
export function loadRulebook(json: unknown): Rulebook {
  const misshapen = problemsOfShape(json);
  if (misshapen.length > 0) throw new RulebookInvalid(misshapen);
  const rulebook = structuredClone(json) as Rulebook;
  const senseless = problemsOfSense(rulebook);
  if (senseless.length > 0) throw new RulebookInvalid(senseless);
  return frozen(rulebook);
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}
