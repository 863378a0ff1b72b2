/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const HANDOVER_REFUSALS = {
  'referral-not-served': ['G12'],
  'transfer-not-sent': ['G13'],
} as const;
