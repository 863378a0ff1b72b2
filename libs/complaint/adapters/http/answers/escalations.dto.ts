import { IsBoolean } from 'class-validator';
import { IsCode, IsList, IsText, ListOf, PAGE_SIZE_LIMIT, PageDto } from '#platform/http';
import { CONSEQUENCES } from '#rulebook';
import { ESCALATED_TO, PHASES, type EscalatedTo, type Phase } from '../../../domain/index.js';
import { DeadlineEntryDto } from './lists.dto.js';

/** A miss that was brought before the person who asks. */
export class EscalationEntryDto extends DeadlineEntryDto {
  @IsText({ max: 40 }) office: string;
  @IsCode(PHASES) phase: Phase;
  @IsList({ max: 50 }) @IsText({ max: 255, each: true }) handlers: string[];
  /** What the rule says follows from the miss. */
  @IsCode(CONSEQUENCES) consequence: string;
  /** The complainant waits for it, and it lapsed without his being told before (H23). */
  @IsBoolean() unannounced: boolean;
  /** Everybody before whom it was brought. */
  @IsList({ max: 20 }) @IsCode(ESCALATED_TO, { each: true }) escalatedTo: EscalatedTo[];
  /** As which of these it was brought before the person who asks. */
  @IsList({ max: 20 }) @IsCode(ESCALATED_TO, { each: true }) as: EscalatedTo[];
}

export class EscalationPageDto extends PageDto {
  @ListOf(() => EscalationEntryDto, { max: PAGE_SIZE_LIMIT }) items: EscalationEntryDto[];
}
