import { IsBoolean, IsInt } from 'class-validator';
import { GOVERNS, type Governs } from '#rulebook';
import { IsCode, IsDay, IsInstant, IsText, IsUuidLower, ListOf, MayBeMissing, Nested } from '#platform/http';
import { PHASES, type Phase } from '../../../domain/index.js';

/** A clock as it stands, or as it would stand. */
export class DryClockDto {
  @IsText({ max: 40 }) rulebook: string;
  @IsInt() rulebookVersion: number;
  @IsDay() dueOn: string;
  @IsBoolean() paused: boolean;
  @IsBoolean() overdue: boolean;
  @IsText({ max: 20 }) verification: string;
  @IsBoolean() provisional: boolean;
}

/** What would become of one clock: replaced, ended (no `after`), or new (no `before`). */
export class ClockChangeDto {
  @IsText({ max: 30 }) code: string;
  @MayBeMissing() @Nested(() => DryClockDto) before?: DryClockDto;
  @MayBeMissing() @Nested(() => DryClockDto) after?: DryClockDto;
}

/** The rulebooks of a case. */
export class PinnedRulebooksDto {
  @IsText({ max: 40 }) internal: string;
  @IsText({ max: 40 }) statutory: string;
  @MayBeMissing() @IsText({ max: 40 }) overlay?: string;
  @MayBeMissing() @IsCode(GOVERNS) procedure?: Governs;
}

/** What the move would do to one case. */
export class CaseChangeDto {
  @IsUuidLower() complaintId: string;
  @IsText({ max: 100 }) number: string;
  @IsCode(PHASES) phase: Phase;
  @Nested(() => PinnedRulebooksDto) from: PinnedRulebooksDto;
  @Nested(() => PinnedRulebooksDto) to: PinnedRulebooksDto;
  @ListOf(() => ClockChangeDto, { max: 200 }) clocks: ClockChangeDto[];
  /** A clock would have run out of which nothing had run out before. */
  @IsBoolean() becomesOverdue: boolean;
  /** Why the move would be refused today; absent where it would not. */
  @MayBeMissing() @IsText({ max: 60 }) refused?: string;
}

/** That moves would be refused, in words. */
export class RefusedMovesDto {
  @IsText({ max: 500 }) zh: string;
  @IsText({ max: 500 }) en: string;
}

/** What a rulebook would do to the open cases of an office; those first that would become overdue. */
export class RulebookDryRunDto {
  @IsText({ max: 40 }) rulebook: string;
  @IsInt() version: number;
  @IsText({ max: 60 }) office: string;
  @IsInstant() at: string;
  @IsInt() open: number;
  @IsInt() changed: number;
  @IsInt() becomeOverdue: number;
  /** How many of the moves would be refused today. */
  @IsInt() refused: number;
  @MayBeMissing() @Nested(() => RefusedMovesDto) words?: RefusedMovesDto;
  @ListOf(() => CaseChangeDto, { max: 1000 }) cases: CaseChangeDto[];
}
