import type { Day, Instant } from '#kernel';
import type { Calendar, OfficeHours } from '#calendar';
import type { Rulebook } from '#rulebook';
import type { Retention } from '../archive/facts.js';
import type { OfficeContact } from '../offices/office.js';
import type { OfficeTree } from '../offices/tree.js';

/** Who acts. `system` for timers. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly string[];
  /** Where the person belongs: to an office, or to an operator. */
  readonly office?: string;
  readonly operator?: string;
}

/** The office of somebody of an office; only such people are asked. */
export function officeOfActor({ id, office }: Actor): string {
  if (office === undefined) throw new Error(`${id} is of no office`);
  return office;
}

/** What an office sets for all its cases. */
export interface OfficeProfile {
  /** How it is reached, as its notices say. */
  readonly contact?: OfficeContact;
  /** When its people may be reminded of a term in days (办公时间). */
  readonly hours: OfficeHours;
  /** Classes of retention for its volumes, the usual one first (A16). */
  readonly retention: readonly Retention[];
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
  /** The id of something of that owner (a case): the same whenever it is asked for, another for each thing. */
  idOf(owner: string, thing: string): string;
  /** Whether the installation knows an operator of that id. */
  isOperator(id: string): boolean;
  /** The offices of this installation. */
  readonly offices: OfficeTree;
}
