/** How much one JSON body may hold. */
export interface JsonLimits {
  /** Levels of nesting; the outermost object is level 1. */
  readonly depth: number;
  /** Keys in all objects together. */
  readonly keys: number;
  /** Values in all arrays and objects together. */
  readonly values: number;
}

/** Deeper than 32 makes later stages overflow the stack; more than a thousand keys is no form of ours. */
export const JSON_LIMITS: JsonLimits = { depth: 32, keys: 1_000, values: 10_000 };
