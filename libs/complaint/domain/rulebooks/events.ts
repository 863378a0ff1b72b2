import type { Instant, Sealed } from '#kernel';
import type { PinnedRulebooks } from '../intake/facts.js';

/** @property days in the unit of the term; of what was only asked for as well */
export interface ExtensionEnded {
  readonly clock: string;
  readonly days: number;
  /** Not answered yet: it is asked for anew, if the new rulebook knows it. */
  readonly asked?: true;
}

export interface RulebooksEvents {
  /** A case never changes its rulebooks silently: from which to which, why, and by whom. */
  RulebookMigrated: {
    readonly from: PinnedRulebooks;
    readonly to: PinnedRulebooks;
    /** The version of each rulebook that it runs under now, by its id. */
    readonly versions: Readonly<Record<string, number>>;
    /** More time that was granted or asked for, and that the rulebooks joined do not know: it ends with the move (A11). */
    readonly extensionsEnded?: readonly ExtensionEnded[];
    /** The correction of the day of receipt that it followed; absent where somebody moved the case on purpose. */
    readonly correctionId?: string;
    readonly reason: Sealed;
    readonly by: string;
    readonly at: Instant;
  };
}
