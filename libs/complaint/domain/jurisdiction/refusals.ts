/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const JURISDICTION_REFUSALS = {
  'jurisdiction-differs-without-reason': ['G04', 'G50'],
  'jurisdiction-corrected-since': ['G04', 'G50', 'H17'],
  'competent-office-unfit': ['G04'],
  'no-superior-to-designate': ['G50'],
  'designation-not-among-own-offices': ['G50'],
} as const;
