import type { Instant, Sealed } from '#kernel';
import type { Verification } from '#rulebook';

/** To whom an illegal act belongs that was found (G56): the office itself, another authority, the judicial organs. */
export const LEAD_BRANCHES = ['own-power', 'other-authority', 'judicial-organ'] as const;
export type LeadBranch = (typeof LEAD_BRANCHES)[number];

/** Sign of an illegal act, found in a case (违法线索, G56). */
export interface EnforcementLead {
  readonly leadId: string;
  readonly by: string;
  readonly foundAt: Instant;
  readonly branch: LeadBranch;
  /** Which authority or organ gets it, where it is not the office. */
  readonly authority?: string;
  readonly suspicion: Sealed;
}

/** How an operator refuses to cooperate (不配合调查处理). */
export const REFUSED_COOPERATION = [
  'no-answer',
  'refuses-investigation',
  'withholds-evidence',
  'does-not-appear',
  'does-not-perform',
] as const;
export type RefusedCooperation = (typeof REFUSED_COOPERATION)[number];

/** An operator that would not cooperate (G60). What follows for its credit is known second-hand only. */
export interface NonCooperation {
  readonly recordId: string;
  readonly by: string;
  readonly occurredAt: Instant;
  readonly form: RefusedCooperation;
  readonly account: Sealed;
  readonly verification: Verification;
}

/** Who has to answer for a term that ran out (分清责任, H16). */
export interface Responsibility {
  readonly clock: string;
  readonly by: string;
  readonly at: Instant;
  readonly cause: Sealed;
  readonly department: string;
  /** Account id of the person responsible. */
  readonly person: string;
}
