import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { IsCode, IsDay, IsInstant, IsList, IsText, ListOf, MayBeMissing, Nested } from '#platform/http';
import {
  CONDITIONS,
  JURISDICTIONS,
  OUTCOMES,
  REJECTION_REASONS,
  REMEDIES,
  SCOPES,
  SUPPLEMENT_ITEMS,
  type Condition,
  type Jurisdiction,
  type Outcome,
  type RejectionReason,
  type Remedy,
  type Scope,
  type SupplementItem,
} from '../../domain/index.js';
import { LONG_TEXT } from './registration.dto.js';

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
  @MayBeMissing() @IsBoolean() file?: boolean;
}

export class HandlersDto {
  @IsList({ min: 1, max: 10 }) @IsText({ max: 255, each: true }) handlers: string[];
}

export class FilingRequestDto {
  @IsText({ max: LONG_TEXT }) report: string;
}

/** The parts of a written answer (G18, A10). */
export class ReplyPartsDto {
  @MayBeMissing() @IsText({ max: LONG_TEXT }) cause?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) verificationProcess?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) factsAndEvidence?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) liability?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) proposedHandling?: string;
}

export class ReplyDto {
  @MayBeMissing() @IsInstant() receivedAt?: string;
  @Nested(() => ReplyPartsDto) parts: ReplyPartsDto;
  @IsList({ max: 100 }) @IsText({ max: 300, each: true }) evidence: string[];
}

export class ReferralReportDto {
  @MayBeMissing() @IsInstant() reportedAt?: string;
  @IsText({ max: LONG_TEXT }) result: string;
}

export class TransferResultDto {
  @MayBeMissing() @IsInstant() receivedAt?: string;
  @IsText({ max: LONG_TEXT }) result: string;
}
