import { IsInt } from 'class-validator';
import { IsDay, IsInstant, IsInstantOrNull, IsText, ListOf } from '#platform/http';

/** How far the clocks of an office have been counted anew. */
export class ReschedulingEntryDto {
  @IsText({ max: 40 }) office: string;
  @IsText({ max: 100 }) calendar: string;
  @IsDay() knownOn: string;
  @IsInstant() begunAt: string;
  /** `null` while it is under way. */
  @IsInstantOrNull() endedAt: string | null;
  @IsInt() looked: number;
  @IsInt() moved: number;
  /** Would be due on another day, and stay. */
  @IsInt() stayed: number;
  /** Could not be counted; they are tried again the next day at the latest. */
  @IsInt() failed: number;
}

export class ReschedulingDto {
  @ListOf(() => ReschedulingEntryDto, { max: 10_000 }) items: ReschedulingEntryDto[];
}
