import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import {
  IsCode,
  IsFen,
  IsInstant,
  IsList,
  IsPhone,
  IsText,
  IsUuidLower,
  MayBeMissing,
  Nested,
  IsPerson,
} from '#platform/http';
import {
  ANSWERS,
  CONTACT_WAYS,
  MISSING_ITEMS,
  OUTCOMES,
  WAYS,
  type AcceptanceAnswer,
  type ContactWay,
  type MissingItem,
  type OutcomeKind,
  type Way,
} from '../../domain/index.js';

/** Longest free text: some ten pages. */
const LONG_TEXT = 10_000;
/** Longest keeping that is taken for no slip of the pen. */
const LONGEST_RETENTION = 100;

/** Who complains. */
export class DirectComplainantDto {
  @MayBeMissing() @IsText({ max: 100 }) name?: string;
  @MayBeMissing() @IsPhone() phone?: string;
  @MayBeMissing() @IsText({ max: 300 }) address?: string;
}

/** Whom the complaint is about: a branch or department, and people of the operator by the ids they sign in with. */
export class ConcernedDto {
  @MayBeMissing() @IsText({ max: 200 }) unit?: string;
  @IsList({ max: 20 }) @IsPerson({ each: true }) staff: string[];
}

/** A complaint that is brought to the operator by phone, with a visit or by letter (B01–B04). */
export class ReceiveComplaintDto {
  @IsCode(WAYS) way: Way;
  @MayBeMissing() @IsInstant() receivedAt?: string;
  @Nested(() => DirectComplainantDto) complainant: DirectComplainantDto;
  @Nested(() => ConcernedDto) concerned: ConcernedDto;
  @IsText({ max: LONG_TEXT }) facts: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) claim?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) explanation?: string;
}

/** What the complainant was told (B04). */
export class AcceptanceNoticeDto {
  @IsCode(ANSWERS) answer: AcceptanceAnswer;
  @MayBeMissing() @IsList({ max: 7 }) @IsCode(MISSING_ITEMS, { each: true }) missing?: MissingItem[];
  @MayBeMissing() @IsText({ max: LONG_TEXT }) reason?: string;
  @IsCode(CONTACT_WAYS) contact: ContactWay;
  @MayBeMissing() @IsInstant() notifiedAt?: string;
}

export class DirectSupplementDto {
  @IsList({ min: 1, max: 7 }) @IsCode(MISSING_ITEMS, { each: true }) items: MissingItem[];
  @IsText({ max: LONG_TEXT }) note: string;
  @MayBeMissing() @IsInstant() receivedAt?: string;
}

export class AssignmentDto {
  @IsPerson() responsible: string;
}

/** An investigation by at least two people (B10). */
export class DirectInvestigationDto {
  @MayBeMissing() @IsInstant() heldAt?: string;
  @IsList({ min: 1, max: 10 }) @IsPerson({ each: true }) investigators: string[];
  @IsText({ max: LONG_TEXT }) facts: string;
  @IsList({ max: 100 }) @IsText({ max: 300, each: true }) evidence: string[];
}

/** Headquarters mediates with a branch (A24). */
export class InternalMediationDto {
  @MayBeMissing() @IsInstant() heldAt?: string;
  @IsPerson() mediator: string;
  @IsText({ max: 200 }) branch: string;
  @IsBoolean() agreed: boolean;
  @IsText({ max: LONG_TEXT }) record: string;
}

/** The written outcome (B11); with the written agreement where one was reached (B06). Money in 分. */
export class OutcomeDto {
  @IsCode(OUTCOMES) kind: OutcomeKind;
  @MayBeMissing() @IsInstant() decidedAt?: string;
  @IsText({ max: LONG_TEXT }) opinion: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) agreement?: string;
  @MayBeMissing() @IsFen() paidFen?: number;
}

/** Into the archive (B12): for three years unless said otherwise, never below two. */
export class ArchiveDto {
  @MayBeMissing() @IsInstant() archivedAt?: string;
  @MayBeMissing() @IsInt() @Min(0) @Max(LONGEST_RETENTION) retentionYears?: number;
}

export class DestructionReasonDto {
  @IsText({ max: LONG_TEXT }) reason: string;
}

/** What of an intake is put right. */
export class IntakeChangeDto {
  @MayBeMissing() @IsInstant() receivedAt?: string;
  @MayBeMissing() @Nested(() => DirectComplainantDto) complainant?: DirectComplainantDto;
  @MayBeMissing() @Nested(() => ConcernedDto) concerned?: ConcernedDto;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) facts?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) claim?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) explanation?: string;
}

/** An investigation as it should have been recorded. */
export class InvestigationChangeDto {
  @IsUuidLower() recordId: string;
  @IsInstant() heldAt: string;
  @IsList({ min: 1, max: 10 }) @IsPerson({ each: true }) investigators: string[];
  @IsText({ max: LONG_TEXT }) facts: string;
  @IsList({ max: 100 }) @IsText({ max: 300, each: true }) evidence: string[];
}

/** A mediation as it should have been recorded. */
export class MediationChangeDto {
  @IsUuidLower() recordId: string;
  @IsInstant() heldAt: string;
  @IsPerson() mediator: string;
  @IsText({ max: 200 }) branch: string;
  @IsBoolean() agreed: boolean;
  @IsText({ max: LONG_TEXT }) record: string;
}

/** An outcome as it should have been recorded. */
export class OutcomeChangeDto {
  @IsCode(OUTCOMES) kind: OutcomeKind;
  @IsInstant() decidedAt: string;
  @IsText({ max: LONG_TEXT }) opinion: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) agreement?: string;
  @MayBeMissing() @IsFen() paidFen?: number;
}

/** What was recorded wrongly, why, and how it reads now: exactly one of the four (H17). */
export class CorrectionDto {
  @IsText({ max: LONG_TEXT }) reason: string;
  @MayBeMissing() @Nested(() => IntakeChangeDto) intake?: IntakeChangeDto;
  @MayBeMissing() @Nested(() => InvestigationChangeDto) investigation?: InvestigationChangeDto;
  @MayBeMissing() @Nested(() => MediationChangeDto) mediation?: MediationChangeDto;
  @MayBeMissing() @Nested(() => OutcomeChangeDto) outcome?: OutcomeChangeDto;
}

/** What the contact is needed for. */
export class DirectDisclosureDto {
  @IsText({ max: 1000 }) purpose: string;
}
