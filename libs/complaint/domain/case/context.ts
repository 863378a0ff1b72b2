import type { Instant } from '#kernel';
import type { Calendar } from '#calendar';
import type { Rulebook } from '#rulebook';

/** Who acts. `system` for timers. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly string[];
  /** Where the person belongs: to an office, or to an operator. */
  readonly office?: string;
  readonly operator?: string;
}

/** What a decision may look at besides the history: all of it passed in, so that deciding stays pure. */
export interface Context {
  readonly now: Instant;
  readonly actor: Actor;
  /** As the office knows it now. */
  readonly calendar: Calendar;
  /** Looks up a rulebook that the case has pinned. */
  rulebook(id: string): Rulebook;
  /** Whether there is a rulebook of that id. */
  knowsRulebook(id: string): boolean;
  /** Whether the installation knows an operator of that id. */
  isOperator(id: string): boolean;
}
