import type { Day, Instant, Sealed } from '#kernel';
import type { DepositExclusion, DepositGround } from '#rulebook';
import type { AgencyPayment } from './facts.js';

/** The quality deposit pays (质量保证金赔偿). */
export interface DepositCommands {
  AssessDepositEligibility: {
    readonly grounds: readonly DepositGround[];
    readonly exclusions: readonly DepositExclusion[];
    readonly payment: AgencyPayment;
    readonly reasons: Sealed;
  };
  SubmitDepositDecision: {
    readonly submissionId: string;
    readonly decision: Sealed;
    readonly amountFen: number;
    readonly payBy?: Day;
  };
  ReturnDepositDecision: { readonly reason: Sealed };
  SignDepositDecision: { readonly signedAt?: Instant };
}
