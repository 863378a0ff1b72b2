/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const EVIDENCE_REFUSALS = {
  'case-holds-enough-files': [],
  'attachment-not-in-case': [],
  'attachment-is-struck': [],
  'attachment-struck-by-who-attached': ['H17'],
  'attachment-of-a-person': [],
  'attachment-erased': [],
} as const;
