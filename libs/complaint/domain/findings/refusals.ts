/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const FINDINGS_REFUSALS = {
  'lead-needs-authority': ['G56'],
  'clock-was-kept': ['H16'],
} as const;
