/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const ENDING_REFUSALS = {
  'revocation-not-in-rulebook': ['G36', 'A13'],
  'revocation-without-proof': ['G36'],
  'immediate-action-not-in-rulebook': ['G54'],
} as const;
