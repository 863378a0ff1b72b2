/** Why the rules of this part of the procedure say no, with the rules that each reason rests on. */
export const DEPOSIT_REFUSALS = {
  'deposit-point-not-in-rulebook': ['G32', 'G33', 'G58'],
  'deposit-not-assessed': ['G32', 'G33'],
  'deposit-not-eligible': ['G32', 'G33', 'G58'],
  'deposit-decision-pays-nothing': ['G31'],
  'deposit-decision-already-submitted': ['G31'],
  'deposit-decision-not-submitted': ['G31'],
  'deposit-signer-is-submitter': ['G31'],
  'deposit-claims-waived': ['G53', 'A07'],
  'deposit-decision-before-waiver': ['G53', 'G31'],
} as const;
