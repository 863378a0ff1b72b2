import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { IsCode, IsDay, IsInstant, IsList, IsText, ListOf, MayBeMissing, NoFields } from '#platform/http';
import {
  CONDITIONS,
  JURISDICTIONS,
  OUTCOMES,
  REJECTION_REASONS,
  REMEDIES,
  SCOPES,
  SUPPLEMENT_ITEMS,
  type Condition,
  type IntakeCommands,
  type Jurisdiction,
  type Outcome,
  type RejectionReason,
  type Remedy,
  type Scope,
  type SupplementItem,
} from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

export class SupplementRequestDto {
  @IsList({ min: 1, max: 9 }) @IsCode(SUPPLEMENT_ITEMS, { each: true }) items: SupplementItem[];
  @IsText({ max: LONG_TEXT }) note: string;
}

export class SupplementDto {
  @IsList({ min: 1, max: 9 }) @IsCode(SUPPLEMENT_ITEMS, { each: true }) items: SupplementItem[];
  @MayBeMissing() @IsText({ max: LONG_TEXT }) note?: string;
  @MayBeMissing() @IsInstant() receivedAt?: string;
}

/** One claim's limitation: its class, and the day of the fact that the law counts from. */
export class LimitationPointDto {
  @IsInt() @Min(0) @Max(49) claim: number;
  @IsCode(['deposit', 'other']) class: 'deposit' | 'other';
  @IsDay() startedOn: string;
}

/** The four points of the preliminary review (G03–G07). */
export class PreliminaryReviewDto {
  @IsCode(JURISDICTIONS) jurisdiction: Jurisdiction;
  @MayBeMissing() @IsText({ max: 200 }) competent?: string;
  /** Id of the competent office, where this installation holds it. */
  @MayBeMissing() @IsText({ max: 40 }) competentOffice?: string;
  /** The harm must be stopped at once (G50). */
  @MayBeMissing() @IsBoolean() urgentStop?: boolean;
  /** Why the finding is another than that of `GET …/jurisdiction`. */
  @MayBeMissing() @IsText({ max: LONG_TEXT }) jurisdictionReason?: string;
  @IsList({ max: 6 }) @IsCode(SCOPES, { each: true }) scope: Scope[];
  @IsList({ max: 4 }) @IsCode(CONDITIONS, { each: true }) unmetConditions: Condition[];
  @ListOf(() => LimitationPointDto, { max: 50 }) limitation: LimitationPointDto[];
  @IsCode(OUTCOMES) recommendation: Outcome;
  @IsText({ max: LONG_TEXT }) opinion: string;
}

export class ReviewReturnDto {
  @IsText({ max: LONG_TEXT }) reason: string;
}

/** The leader's decision (G09). `file` approves the filing in the same act (A03). */
export class AcceptanceDecisionDto {
  @IsCode(OUTCOMES) outcome: Outcome;
  @MayBeMissing() @IsInstant() decidedAt?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) opinion?: string;
  @MayBeMissing() @IsList({ max: 6 }) @IsCode(REJECTION_REASONS, { each: true }) reasons?: RejectionReason[];
  @MayBeMissing() @IsList({ max: 5 }) @IsCode(REMEDIES, { each: true }) remedies?: Remedy[];
  @MayBeMissing() @IsText({ max: 200 }) receiver?: string;
  /** Id of the office that gets the case, where this installation holds it: a case is opened there. */
  @MayBeMissing() @IsText({ max: 40 }) receiverOffice?: string;
  @MayBeMissing() @IsBoolean() file?: boolean;
}

const tag = 'procedure';

/** From the review to the leader's decision. */
export const intakeRoutes = {
  BeginReview: {
    tag,
    path: 'review-start',
    right: 'complaint.begin-review',
    summary: 'Take the preliminary review up, or over (G03)',
    body: NoFields,
  },
  RequestSupplement: {
    tag,
    path: 'supplement-requests',
    right: 'complaint.request-supplement',
    summary: 'Ask the complainant for what is missing (G08)',
    body: SupplementRequestDto,
  },
  ReceiveSupplement: {
    tag,
    path: 'supplements',
    right: 'complaint.receive-supplement',
    summary: 'Record what the complainant supplied (G08)',
    body: SupplementDto,
  },
  CompleteReview: {
    tag,
    path: 'preliminary-review',
    right: 'complaint.complete-review',
    summary: 'Report the review with its four points to the leader (G03–G07)',
    body: PreliminaryReviewDto,
  },
  ReturnReview: {
    tag,
    path: 'review-return',
    right: 'complaint.return-review',
    summary: 'Send the review back with a reason',
    body: ReviewReturnDto,
  },
  DecideAcceptance: {
    tag,
    path: 'acceptance-decision',
    right: 'complaint.decide-acceptance',
    summary: 'Accept, reject, transfer or refer down (G09)',
    body: AcceptanceDecisionDto,
  },
} as const satisfies CaseRoutes<IntakeCommands>;
