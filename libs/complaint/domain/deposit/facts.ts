import type { Day, Instant, Sealed } from '#kernel';
import type { DepositExclusion, DepositForm, DepositGround, Verification } from '#rulebook';

/** Whether the agency itself pays (G33): the deposit is only for what it does not or cannot pay. */
export const AGENCY_PAYMENTS = ['pays', 'does-not-pay', 'cannot-pay'] as const;
export type AgencyPayment = (typeof AGENCY_PAYMENTS)[number];

/** One point that the eligibility turns on, with the place in the rulebook that it stands on. */
export interface EligibilityPoint {
  readonly point: 'travel-agency' | 'ground' | 'exclusion' | 'agency-does-not-pay';
  /** Speaks for the deposit. */
  readonly met: boolean;
  /** What was found: grounds, exclusions, how the agency stands. */
  readonly found: readonly string[];
  readonly article: string;
  readonly verification: Verification;
}

/** Whether the deposit may pay (保证金适用性审查, G32, G33, G58). */
export interface DepositAssessment {
  readonly assessedAt: Instant;
  readonly assessedBy: string;
  readonly rulebook: string;
  readonly form: DepositForm;
  readonly grounds: readonly DepositGround[];
  readonly exclusions: readonly DepositExclusion[];
  readonly payment: AgencyPayment;
  readonly reasons: Sealed;
  readonly points: readonly EligibilityPoint[];
  readonly eligible: boolean;
}

/** A decision on the deposit put before the bureau leader (呈批, D16). Money in 分. */
export interface DepositSubmission {
  readonly submissionId: string;
  readonly submittedAt: Instant;
  readonly submittedBy: string;
  readonly form: DepositForm;
  readonly decision: Sealed;
  readonly amountFen: number;
  readonly payBy?: Day;
}

/** The bureau leader sent it back. */
export interface DepositReturn {
  readonly submissionId: string;
  readonly returnedAt: Instant;
  readonly returnedBy: string;
  readonly reason: Sealed;
}

/** The bureau leader signed it (G31). */
export interface DepositSignature {
  readonly submissionId: string;
  readonly signedAt: Instant;
  readonly signedBy: string;
  readonly form: DepositForm;
  readonly amountFen: number;
}

/** What has come of the deposit in a case. */
export interface Deposit {
  readonly assessments: readonly DepositAssessment[];
  readonly submissions: readonly DepositSubmission[];
  readonly returns: readonly DepositReturn[];
  readonly signature?: DepositSignature;
  /** The decision that lay before the bureau leader when claims were waived (G53): it is drawn up anew. */
  readonly beforeWaiver?: string;
}
