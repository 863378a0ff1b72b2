import { IsInt } from 'class-validator';
import {
  IsAnything,
  IsCode,
  IsInstant,
  IsList,
  IsPhone,
  IsText,
  IsTextOrNull,
  IsUuidLower,
  ListOf,
  MayBeMissing,
  MoreFields,
  PAGE_SIZE_LIMIT,
  PageDto,
  PossibleDto,
} from '#platform/http';
import { PHASES, WAYS, type Phase, type Way } from '../../domain/index.js';

/** What a command on a direct complaint answers. */
export class DirectAnswerDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsInt() revision: number;
  @IsCode(PHASES) phase: Phase;
  @IsList({ max: 20 }) @IsText({ max: 60, each: true }) events: string[];
  @ListOf(() => PossibleDto, { max: 50 }) actions: PossibleDto[];
}

/** A direct complaint. The complainant's name and contact are masked. */
@MoreFields()
export class DirectComplaintDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsInt() revision: number;
  @IsCode(PHASES) phase: Phase;
  @IsCode(WAYS) way: Way;
  @IsInstant() receivedAt: string;
  @IsInstant() registeredAt: string;
  @ListOf(() => PossibleDto, { max: 50 }) actions: PossibleDto[];
}

/** What can be done with a direct complaint now. */
export class DirectActionsDto {
  @IsUuidLower() id: string;
  @IsInt() revision: number;
  @IsCode(PHASES) phase: Phase;
  @ListOf(() => PossibleDto, { max: 50 }) actions: PossibleDto[];
}

/** One line of an operator's own register. */
export class DirectEntryDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsInt() revision: number;
  @IsCode(PHASES) phase: Phase;
  @IsCode(WAYS) way: Way;
  @IsInstant() receivedAt: string;
  @IsInstant() registeredAt: string;
  @IsAnything('Masked name of the complainant; `{"erased": true}` when the person was erased; or null.')
  complainant: unknown;
  @IsTextOrNull() unit: string | null;
  @IsTextOrNull() responsible: string | null;
  @IsTextOrNull() outcome: string | null;
  @IsTextOrNull() keepUntil: string | null;
}

export class DirectPageDto extends PageDto {
  @ListOf(() => DirectEntryDto, { max: PAGE_SIZE_LIMIT }) items: DirectEntryDto[];
}

/** The complainant's contact in full. */
export class DirectContactDto {
  @MayBeMissing() @IsText({ max: 100 }) name?: string;
  @MayBeMissing() @IsPhone() phone?: string;
  @MayBeMissing() @IsText({ max: 300 }) address?: string;
}
