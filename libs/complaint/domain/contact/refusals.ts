/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const CONTACT_REFUSALS = {
  'complainant-not-in-case': [],
  'complainant-erased': [],
  'disclosure-of-another-day': [],
} as const;
