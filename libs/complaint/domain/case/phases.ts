import type { Phase } from './phase.js';

/** Before the leader's decision, and not yet before the leader. */
export const UNDECIDED = ['registered', 'under-review', 'awaiting-supplement'] as const satisfies Phase[];
/** Accepted and not yet disposed of. */
export const OPEN_CASE = [
  'accepted',
  'filed',
  'awaiting-reply',
  'under-investigation',
  'facts-established',
  'mediating',
  'mediation-failed',
] as const satisfies Phase[];
/** Disposed of by an outcome, and not yet closed. */
export const DISPOSED = [
  'agreed',
  'settled',
  'ruled',
  'terminated',
  'deposit-decided',
] as const satisfies Phase[];
/** A superior can urge it and take it from this office's hands: nobody else has it, and it is not at its end. */
export const SUPERVISED = [
  ...UNDECIDED,
  'awaiting-approval',
  'awaiting-designation',
  ...OPEN_CASE,
  'rejected',
  'referred-down',
] as const satisfies Phase[];
/** After the leader's decision, whatever it was, and not yet at an end. */
export const DECIDED = [
  ...OPEN_CASE,
  ...DISPOSED,
  'rejected',
  'transferred-out',
  'referred-down',
] as const satisfies Phase[];
/** How a filed case can end; the leader's approval of the closing form closes it (G37). */
export const ENDS_WITH_FORM = [...DISPOSED, 'withdrawn', 'revoked'] as const satisfies Phase[];
/** Ends that need no closing form (procedure.md 1.7, G54). A case that goes on elsewhere has ended here. */
export const ENDS_WITHOUT_FORM = [
  'rejection-served',
  'transfer-concluded',
  'referral-concluded',
  'acted-at-once',
  'handed-over',
] as const satisfies Phase[];
/** How a case has ended (结案方式, G59). */
export const ENDINGS = [...ENDS_WITH_FORM, ...ENDS_WITHOUT_FORM] as const satisfies Phase[];
export type Ending = (typeof ENDINGS)[number];
/** At its end and not yet put away. */
export const ENDED = [...ENDINGS, 'closing-requested', 'closed'] as const satisfies Phase[];

/** After the leader's decision, until it is put away. */
export const IN_HAND = [
  ...OPEN_CASE,
  'rejected',
  'transferred-out',
  'referred-down',
  ...ENDED,
] as const satisfies Phase[];

/** The case has come to its end: nothing that it does starts a term any more. */
export function isEnded(phase: Phase): boolean {
  return (ENDED as readonly Phase[]).includes(phase);
}

/** The case has come to its end, whether or not it is in the archive yet: nothing is added to it by itself. */
export function isPutAway(phase: Phase): boolean {
  return isEnded(phase) || phase === 'archived';
}

/** Whether the phase is the end itself, which closing and archiving only follow. */
export function isEnding(phase: Phase): phase is Ending {
  return (ENDINGS as readonly Phase[]).includes(phase);
}
