import { IsInt } from 'class-validator';
import {
  IsCode,
  IsInstant,
  IsList,
  IsText,
  IsUuidLower,
  ListOf,
  MayBeMissing,
  MoreFields,
  PossibleDto,
} from '#platform/http';
import { PHASES, type Phase } from '../../../domain/index.js';

/** Something that could be asked of the case now. A refused one says why, in `reason`. */
@MoreFields()
export class PossibleActionDto extends PossibleDto {
  @MayBeMissing() @IsUuidLower() documentId?: string;
  @MayBeMissing() @IsText({ max: 10 }) documentKind?: string;
}

/** What a command answers. */
export class CaseAnswerDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsInt() revision: number;
  @IsCode(PHASES) phase: Phase;
  @IsList({ max: 100 }) @IsText({ max: 60, each: true }) events: string[];
  @ListOf(() => PossibleActionDto, { max: 500 }) actions: PossibleActionDto[];
}

/** A complaint. Names and contacts are masked; free text is there for those who work on the case. */
@MoreFields()
export class ComplaintDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsInt() revision: number;
  @IsCode(PHASES) phase: Phase;
  @IsInstant() receivedAt: string;
  @IsInstant() registeredAt: string;
  @ListOf(() => PossibleActionDto, { max: 500 }) actions: PossibleActionDto[];
}

/** What can be done with a case now. */
export class ActionsDto {
  @IsUuidLower() id: string;
  @IsInt() revision: number;
  @IsCode(PHASES) phase: Phase;
  @ListOf(() => PossibleActionDto, { max: 500 }) actions: PossibleActionDto[];
}
