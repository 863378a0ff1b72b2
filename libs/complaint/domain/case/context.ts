import type { Day, Instant } from '#kernel';
import type { Calendar } from '#calendar';
import type { Rulebook } from '#rulebook';
import type { Retention } from '../archive/facts.js';

/** Who acts. `system` for timers. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly string[];
  /** Where the person belongs: to an office, or to an operator. */
  readonly office?: string;
  readonly operator?: string;
}

/** What an office sets for all its cases. */
export interface OfficeProfile {
  /** How it is reached, as its notices say. */
  readonly contact?: OfficeContact;
  /** Classes of retention for its volumes, the usual one first (A16). */
  readonly retention: readonly Retention[];
}

/** How an office is reached. A public authority, so in clear. */
export interface OfficeContact {
  readonly phone?: string;
  readonly address?: string;
}

/** What a decision may look at besides the history: all of it passed in, so that deciding stays pure. */
export interface Context {
  readonly now: Instant;
  readonly actor: Actor;
  /** As the office knows it now. */
  readonly calendar: Calendar;
  /** The calendar by which a date was counted; undefined for one that is not known here yet. */
  readonly recall: (version: string, knownOn: Day) => Calendar | undefined;
  /** What the office of the case sets for itself. */
  readonly office: OfficeProfile;
  /** Looks up a rulebook that the case has pinned. */
  rulebook(id: string): Rulebook;
  /** Whether there is a rulebook of that id. */
  knowsRulebook(id: string): boolean;
  /** Whether the installation knows an operator of that id. */
  isOperator(id: string): boolean;
}
