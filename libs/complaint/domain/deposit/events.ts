import type { DepositAssessment, DepositReturn, DepositSignature, DepositSubmission } from './facts.js';

/** The quality deposit pays (质量保证金赔偿). */
export interface DepositEvents {
  DepositEligibilityAssessed: DepositAssessment;
  DepositDecisionSubmitted: DepositSubmission;
  DepositDecisionReturned: DepositReturn;
  DepositDecisionSigned: DepositSignature;
}
