import {
  IsDay,
  IsFen,
  IsInstant,
  IsList,
  IsText,
  IsUuidLower,
  MayBeMissing,
  Nested,
  IsPerson,
} from '#platform/http';
import { ReplyPartsDto } from '../acts/reply.js';
import { LONG_TEXT } from '../registration.dto.js';

export class RespondentAssignmentDto {
  @IsPerson() responsible: string;
}

/** The operator's own investigation, by at least two people (B10). */
export class RespondentInvestigationDto {
  @MayBeMissing() @IsInstant() heldAt?: string;
  @IsList({ min: 1, max: 10 }) @IsPerson({ each: true }) investigators: string[];
  @IsText({ max: LONG_TEXT }) facts: string;
  @IsList({ max: 100 }) @IsText({ max: 300, each: true }) evidence: string[];
}

/** The operator's written answer (B08). It comes in at the moment it is given. */
export class OperatorReplyDto {
  @Nested(() => ReplyPartsDto) parts: ReplyPartsDto;
  @IsList({ max: 100 }) @IsText({ max: 300, each: true }) evidence: string[];
  /** Ids of files that were attached before. */
  @MayBeMissing() @IsList({ max: 100 }) @IsUuidLower({ each: true }) attachments?: string[];
}

/** A settlement with the complainant, and what the complainant has written about it (B07); money in 分. */
export class OperatorSettlementDto {
  @IsText({ max: LONG_TEXT }) terms: string;
  @IsFen() amountFen: number;
  @MayBeMissing() @IsDay() payBy?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) complainantOpinion?: string;
  /** Id of the file that it stands in, attached before. */
  @MayBeMissing() @IsUuidLower() opinionAttachment?: string;
}
