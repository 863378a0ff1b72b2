/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const MEDIATION_REFUSALS = {
  'mediation-not-requested': ['G27'],
  'mediator-missing': ['G27'],
  'nobody-present': ['G28'],
  'party-not-called': ['G28'],
  'session-missing': ['G28', 'G29'],
  'mediation-not-signed': ['G29'],
  'payment-day-missing': ['G29'],
  'mediation-term-over': ['G35', 'A08'],
  'mediation-over': ['G35', 'A08'],
  'failure-contradicts-course': ['G27', 'G33'],
} as const;
