import { DEPOSIT_EXCLUSIONS, DEPOSIT_GROUNDS, type DepositExclusion, type DepositGround } from '#rulebook';
import { IsCode, IsDay, IsFen, IsInstant, IsList, IsText, MayBeMissing } from '#platform/http';
import { AGENCY_PAYMENTS, type AgencyPayment, type DepositCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** Grounds and exclusions found, and whether the agency itself pays. */
export class DepositAssessmentDto {
  @IsList({ max: 5 }) @IsCode(DEPOSIT_GROUNDS, { each: true }) grounds: DepositGround[];
  @IsList({ max: 5 }) @IsCode(DEPOSIT_EXCLUSIONS, { each: true }) exclusions: DepositExclusion[];
  @IsCode(AGENCY_PAYMENTS) payment: AgencyPayment;
  @IsText({ max: LONG_TEXT }) reasons: string;
}

/** The decision put before the bureau leader; money in 分. */
export class DepositDecisionDto {
  @IsText({ max: LONG_TEXT }) decision: string;
  @IsFen() amountFen: number;
  @MayBeMissing() @IsDay() payBy?: string;
}

export class DepositReturnDto {
  @IsText({ max: LONG_TEXT }) reason: string;
}

export class DepositSignatureDto {
  @MayBeMissing() @IsInstant() signedAt?: string;
}

const tag = 'deposit';

/** The quality deposit pays. */
export const depositRoutes = {
  AssessDepositEligibility: {
    tag,
    path: 'deposit-assessment',
    right: 'deposit.assess',
    summary: 'Assess whether the deposit may pay, and why (G32, G33, G58)',
    body: DepositAssessmentDto,
  },
  SubmitDepositDecision: {
    tag,
    path: 'deposit-decision',
    right: 'deposit.submit-decision',
    summary: 'Put the decision on the deposit before the bureau leader (G31)',
    body: DepositDecisionDto,
  },
  ReturnDepositDecision: {
    tag,
    path: 'deposit-decision/return',
    right: 'deposit.sign-decision',
    summary: 'Send the decision on the deposit back with a reason (G31)',
    body: DepositReturnDto,
  },
  SignDepositDecision: {
    tag,
    path: 'deposit-decision/signature',
    right: 'deposit.sign-decision',
    summary: 'Sign the decision on the deposit as bureau leader (G31)',
    body: DepositSignatureDto,
  },
} as const satisfies CaseRoutes<DepositCommands>;
