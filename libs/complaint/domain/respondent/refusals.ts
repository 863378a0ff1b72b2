/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const RESPONDENT_REFUSALS = {
  'operator-not-known': [],
  'not-the-respondent': ['G16'],
  'respondent-investigators-too-few': ['B10'],
} as const;
