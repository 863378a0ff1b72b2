import type { Instant } from '#kernel';

/** What a decision may look at besides the history: all of it passed in, so that deciding stays pure. */
export interface Context {
  readonly now: Instant;
  /** Who acts, for which operator. */
  readonly actor: { readonly id: string; readonly operator: string };
}
