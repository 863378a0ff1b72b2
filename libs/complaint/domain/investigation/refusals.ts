/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const INVESTIGATION_REFUSALS = {
  'investigation-not-open': ['G20'],
  'investigators-too-few': ['G22'],
  'not-an-investigator': ['G22'],
  'investigation-record-incomplete': ['G22'],
  'dispute-points-missing': ['G21'],
  'facts-without-record': ['G22', 'G23'],
  'liability-incomplete': ['G23'],
} as const;
