import type { Instant, Sealed } from '#kernel';
import type { PinnedRulebooks } from '../intake/facts.js';

export interface RulebooksEvents {
  /** A case never changes its rulebooks silently: from which to which, why, and by whom. */
  RulebookMigrated: {
    readonly from: PinnedRulebooks;
    readonly to: PinnedRulebooks;
    /** The version of each rulebook that it runs under now, by its id. */
    readonly versions: Readonly<Record<string, number>>;
    readonly reason: Sealed;
    readonly by: string;
    readonly at: Instant;
  };
}
