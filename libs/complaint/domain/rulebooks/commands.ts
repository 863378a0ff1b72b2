import type { Sealed } from '#kernel';
import type { PinnedRulebooks } from '../intake/facts.js';

/** An open case is moved to other rulebooks (deadlines.md 1). */
export interface RulebooksCommands {
  /** All the rulebooks under which it runs from now on. */
  MoveToRulebooks: { readonly to: PinnedRulebooks; readonly reason: Sealed };
}
