import type { Phase } from './state.js';

/** Before the leader's decision, and not yet before the leader. */
export const UNDECIDED = ['registered', 'under-review', 'awaiting-supplement'] as const satisfies Phase[];
/** Accepted and not yet at an end. */
export const OPEN_CASE = [
  'accepted',
  'filed',
  'awaiting-reply',
  'under-investigation',
] as const satisfies Phase[];
/** After the leader's decision, whatever it was, and not yet at an end. */
export const DECIDED = [
  ...OPEN_CASE,
  'rejected',
  'transferred-out',
  'referred-down',
] as const satisfies Phase[];
/** At its end: nothing runs any more. */
export const OVER = [
  'rejection-served',
  'transfer-concluded',
  'referral-concluded',
] as const satisfies Phase[];

export function isOver(phase: Phase): boolean {
  return (OVER as readonly Phase[]).includes(phase);
}
