import type { Phase } from './state.js';

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
/** After the leader's decision, whatever it was, and not yet at an end. */
export const DECIDED = [
  ...OPEN_CASE,
  ...DISPOSED,
  'rejected',
  'transferred-out',
  'referred-down',
] as const satisfies Phase[];
