/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const SETTLEMENT_REFUSALS = {
  'respondent-not-served': ['G24', 'G27'],
  'settlement-not-reported': ['G24'],
  'settlement-opinion-missing': ['B07'],
  'settlement-already-reported': ['G24'],
  'settlement-not-signed': ['G26', 'G61'],
  'settlement-already-signed': ['G26'],
  'settlement-payment-day-missing': ['G26'],
} as const;
