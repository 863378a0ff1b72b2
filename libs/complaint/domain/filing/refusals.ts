/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const FILING_REFUSALS = {
  'handlers-missing': ['G10'],
  'handlers-not-needed': ['G10'],
  'not-a-handler': ['G10'],
  'filing-not-requested': ['G14'],
  'filing-already-requested': ['G14'],
  'filing-approver-is-author': ['G14'],
} as const;
