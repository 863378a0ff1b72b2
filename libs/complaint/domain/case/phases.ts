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
/** A superior can take it from this office's hands: nobody else has it, and it is not at its end. */
export const IN_HAND = [
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
  'rejected',
  'transferred-out',
  'referred-down',
] as const satisfies Phase[];
