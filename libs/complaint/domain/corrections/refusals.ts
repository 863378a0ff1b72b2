/** Why a record is not corrected, with the rules that each reason rests on. */
export const CORRECTIONS_REFUSALS = {
  'record-not-correctable': [],
  'record-does-not-stand': [],
  'fields-not-correctable': [],
  'correction-of-own-record': ['H17'],
  'correction-contradicts': [],
  'claims-are-others': ['G06'],
  'deposit-decided-by-kind': ['G31', 'G32'],
  'record-reaches-another-office': ['A15'],
} as const;
