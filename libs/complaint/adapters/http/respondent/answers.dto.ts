import { IsBoolean, IsInt } from 'class-validator';
import {
  IsCode,
  IsInstant,
  IsInstantOrNull,
  IsList,
  IsText,
  IsTextOrNull,
  IsUuidLower,
  ListOf,
  MoreFields,
  PAGE_SIZE_LIMIT,
  PageDto,
  PossibleDto,
} from '#platform/http';
import { PHASES, type Phase } from '../../../domain/index.js';
import { ClockDto } from '../answers/clocks.dto.js';

/** What a command of the operator complained of answers. */
export class OperatorCaseAnswerDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsInt() revision: number;
  @IsCode(PHASES) phase: Phase;
  @IsList({ max: 20 }) @IsText({ max: 60, each: true }) events: string[];
  @ListOf(() => PossibleDto, { max: 20 }) actions: PossibleDto[];
}

/** What attaching answers: the case as it stands now, and how the file is called in it. */
export class OperatorAttachedDto extends OperatorCaseAnswerDto {
  @IsUuidLower() attachmentId: string;
  @IsInt() size: number;
  @IsText({ max: 64 }) sha256: string;
  @IsText({ max: 100 }) mediaType: string;
}

/** A complaint as the operator complained of sees it. Names are masked; contacts are not there at all. */
@MoreFields()
export class OperatorCaseDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsInt() revision: number;
  @IsText({ max: 60 }) office: string;
  @IsCode(PHASES) phase: Phase;
  @IsInstant() receivedAt: string;
  @IsInstant() acceptedAt: string;
  @IsInstant() servedAt: string;
  @ListOf(() => PossibleDto, { max: 20 }) actions: PossibleDto[];
}

/** What the operator complained of can do now. */
export class OperatorCaseActionsDto {
  @IsUuidLower() id: string;
  @IsInt() revision: number;
  @IsCode(PHASES) phase: Phase;
  @ListOf(() => PossibleDto, { max: 20 }) actions: PossibleDto[];
}

/** One complaint in the list of those against the operator. */
export class OperatorCaseEntryDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsInt() revision: number;
  @IsText({ max: 60 }) office: string;
  @IsCode(PHASES) phase: Phase;
  @IsInstant() receivedAt: string;
  @IsInstant() servedAt: string;
  @IsTextOrNull() responsible: string | null;
  @IsBoolean() replied: boolean;
  @IsInstantOrNull() repliedAt: string | null;
  @ListOf(() => ClockDto, { max: 50 }) clocks: ClockDto[];
}

export class OperatorCasePageDto extends PageDto {
  @ListOf(() => OperatorCaseEntryDto, { max: PAGE_SIZE_LIMIT }) items: OperatorCaseEntryDto[];
}
