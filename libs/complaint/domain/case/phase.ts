/** Where a complaint stands (案件状态). */
export const PHASES = [
  'registered',
  'under-review',
  'awaiting-supplement',
  'awaiting-approval',
  'accepted',
  'filed',
  'awaiting-reply',
  'under-investigation',
  'rejected',
  'rejection-served',
  'transferred-out',
  'transfer-concluded',
  'referred-down',
  'referral-concluded',
  'withdrawn',
  'revoked',
  'acted-at-once',
  'closing-requested',
  'closed',
  'archived',
] as const;
export type Phase = (typeof PHASES)[number];
