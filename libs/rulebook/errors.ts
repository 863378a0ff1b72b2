import type { JsonObject } from '#kernel';

export type RulebookProblemCode =
  | 'not-an-object'
  | 'not-a-list'
  | 'not-a-text'
  | 'not-a-number'
  | 'not-true-or-false'
  | 'not-a-day'
  | 'missing'
  | 'unknown-field'
  | 'unknown-value'
  | 'empty'
  | 'not-positive'
  | 'not-whole'
  | 'too-long'
  | 'hours-roll'
  | 'hours-paused'
  | 'reminder-not-within-term'
  | 'not-a-rung'
  | 'cap-without-pause'
  | 'named-twice'
  | 'term-twice'
  | 'stop-cannot-follow-start'
  | 'stop-never-comes'
  | 'stop-needs-occasion'
  | 'miss-without-effect'
  | 'validity-reversed'
  | 'not-in-an-overlay'
  | 'ground-of-another-form'
  | 'closing-without-approval';

/** One fault of a rulebook. `pointer` is the JSON pointer (RFC 6901) of the place. */
export interface RulebookProblem {
  readonly pointer: string;
  readonly code: RulebookProblemCode;
  readonly found?: string;
  /** The values or names that may stand there. */
  readonly allowed?: readonly string[];
}

/** The data is no rulebook; lists every fault with its place. */
export class RulebookInvalid extends Error {
  override readonly name = 'RulebookInvalid';

  constructor(readonly problems: readonly RulebookProblem[]) {
    super(problems.map((p) => `${p.pointer || '/'}: ${p.code}${p.found ? ` (${p.found})` : ''}`).join('; '));
  }
}

export type RulebookErrorCode =
  /** No statutory rulebook on the shelf was in force on the day of receipt. */
  | 'no-statutory-rulebook'
  | 'no-such-rulebook'
  | 'rulebook-twice'
  /** Two statutory rulebooks in force on the same day. */
  | 'two-laws-at-once'
  /** A rulebook of a known id must be a later version of it, and of the same kind. */
  | 'version-not-later'
  | 'kind-changed'
  /** The rulebook that should govern the procedure has terms only. */
  | 'no-procedure'
  /** An extension beyond what the term allows, or on a term that allows none. */
  | 'extension-not-allowed';

/** A question that the rulebooks cannot answer. */
export class RulebookError extends Error {
  override readonly name = 'RulebookError';

  constructor(
    readonly code: RulebookErrorCode,
    readonly facts: JsonObject = {},
  ) {
    super(`${code} ${JSON.stringify(facts)}`);
  }
}
