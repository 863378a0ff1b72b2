import { IsInt } from 'class-validator';
import {
  IsAnything,
  IsCode,
  IsDay,
  IsInstant,
  IsList,
  IsText,
  IsTextOrNull,
  IsUuidLower,
  ListOf,
  MoreFields,
  PAGE_SIZE_LIMIT,
  PageDto,
} from '#platform/http';
import {
  CALLBACK_KINDS,
  CLOCK_STATUSES,
  PHASES,
  type CallbackKind,
  type Phase,
} from '../../../domain/index.js';

/** A call that waits to be made, or a dissatisfied complainant who waits for a decision. */
@MoreFields()
export class CallbackEntryDto {
  @IsUuidLower() complaintId: string;
  @IsText({ max: 100 }) number: string;
  @IsCode(PHASES) phase: Phase;
  @IsText({ max: 200 }) respondent: string;
  @IsUuidLower() callbackId: string;
  @IsCode(CALLBACK_KINDS) kind: CallbackKind;
  @IsCode(['promised', 'required']) origin: string;
  @IsText({ max: 255 }) setBy: string;
  @IsInstant() setAt: string;
  /** Whose call it is; null: nobody's yet. */
  @IsTextOrNull() assignee: string | null;
  @IsCode(['call', 'decision-on-reopening']) toDo: string;
  @IsText({ max: 100 }) clock: string;
  @IsCode(CLOCK_STATUSES) status: string;
  @IsDay() dueOn: string;
  @IsInstant() dueAt: string;
  /** Reminders that have rung, `due` when the term has run out. */
  @IsList({ max: 20 }) @IsText({ max: 30, each: true }) reminded: string[];
  @IsInt() attempts: number;
  @IsAnything('The last call that reached nobody, `{"outcome": …, "attemptedAt": …}`; or null.')
  lastAttempt: unknown;
}

export class CallbackPageDto extends PageDto {
  @ListOf(() => CallbackEntryDto, { max: PAGE_SIZE_LIMIT }) items: CallbackEntryDto[];
}
