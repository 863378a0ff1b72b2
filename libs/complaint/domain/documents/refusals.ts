/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const DOCUMENTS_REFUSALS = {
  'document-not-for-this-case': [],
  'document-not-found': [],
  'document-superseded': [],
  'document-already-issued': [],
  'document-not-issued': [],
  'document-already-served': [],
  'issuer-is-drafter': [],
  'case-not-filed': ['G14'],
  'service-incomplete': ['G15', 'G16'],
} as const;
