/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const CLAIMS_REFUSALS = {
  'claim-does-not-stand': ['G53', 'A07'],
  'waiving-all-is-withdrawing': ['G53', 'G61'],
} as const;
