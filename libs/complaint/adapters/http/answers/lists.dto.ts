import { IsBoolean, IsInt } from 'class-validator';
import {
  IsAnything,
  IsCode,
  IsDay,
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
} from '#platform/http';
import { CLOCK_STATUSES, PHASES, type Phase } from '../../../domain/index.js';
import { ClockDto } from './clocks.dto.js';

/** One line of the register. */
@MoreFields()
export class RegisterEntryDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsInt() revision: number;
  @IsCode(PHASES) phase: Phase;
  @IsTextOrNull() outcome: string | null;
  /** How the case ended last, and when; null while it is in work. */
  @IsTextOrNull() endedAs: string | null;
  @IsInstantOrNull() endedAt: string | null;
  @IsText({ max: 30 }) channel: string;
  @IsInstant() receivedAt: string;
  @IsInstant() registeredAt: string;
  @IsText({ max: 255 }) registeredBy: string;
  @IsAnything('Masked name of the first complainant; `{"erased": true}` when the person was erased; or null.')
  complainant: unknown;
  @IsInt() complainants: number;
  @IsText({ max: 200 }) respondent: string;
  @IsTextOrNull() respondentKind: string | null;
  @IsList({ max: 50 }) @IsText({ max: 255, each: true }) handlers: string[];
  @IsText({ max: 40 }) statutoryRulebook: string;
  @IsText({ max: 40 }) office: string;
  @IsAnything(
    'Where it came from, if from another office: kind, office and number of the case there; or null.',
  )
  origin: unknown;
}

/** A case with its open clocks; without any, one that waits for its closing. */
@MoreFields()
export class WorkEntryDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsCode(PHASES) phase: Phase;
  @IsText({ max: 200 }) respondent: string;
  @IsList({ max: 50 }) @IsText({ max: 255, each: true }) handlers: string[];
  @IsTextOrNull() reviewer: string | null;
  @IsInt() overdue: number;
  /** What a rule asks to do now that no clock counts. */
  @IsList({ max: 5 }) @IsCode(['offer-mediation'], { each: true }) toDo: 'offer-mediation'[];
  @IsInstantOrNull() urgentAt: string | null;
  @ListOf(() => ClockDto, { max: 200 }) clocks: ClockDto[];
}

/** One clock of one case, in the list of all. */
@MoreFields()
export class DeadlineEntryDto {
  @IsUuidLower() complaintId: string;
  @IsText({ max: 100 }) number: string;
  @IsText({ max: 200 }) respondent: string;
  @IsText({ max: 100 }) clock: string;
  @IsText({ max: 30 }) code: string;
  @IsText({ max: 40 }) rulebook: string;
  @IsText({ max: 20 }) basis: string;
  @IsCode(CLOCK_STATUSES) status: string;
  @IsInstant() startedAt: string;
  @IsDay() dueOn: string;
  @IsInstant() dueAt: string;
  @IsInstantOrNull() metAt: string | null;
  @IsInstantOrNull() missedAt: string | null;
  @IsText({ max: 20 }) verification: string;
  @IsBoolean() provisional: boolean;
}

/** A clock that a superior office has to look at. */
export class SupervisionEntryDto extends DeadlineEntryDto {
  @IsText({ max: 40 }) office: string;
  @IsCode(PHASES) phase: Phase;
  @IsList({ max: 20 }) @IsText({ max: 40, each: true }) escalatedTo: string[];
  /** Since when more time for it is asked for and not answered (A11). */
  @IsInstantOrNull() extensionAskedAt: string | null;
}

export class RegisterPageDto extends PageDto {
  @ListOf(() => RegisterEntryDto, { max: PAGE_SIZE_LIMIT }) items: RegisterEntryDto[];
}

export class WorkPageDto extends PageDto {
  @ListOf(() => WorkEntryDto, { max: PAGE_SIZE_LIMIT }) items: WorkEntryDto[];
}

export class DeadlinePageDto extends PageDto {
  @ListOf(() => DeadlineEntryDto, { max: PAGE_SIZE_LIMIT }) items: DeadlineEntryDto[];
}

export class SupervisionPageDto extends PageDto {
  @ListOf(() => SupervisionEntryDto, { max: PAGE_SIZE_LIMIT }) items: SupervisionEntryDto[];
}
