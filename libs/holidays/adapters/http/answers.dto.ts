import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import {
  IsCode,
  IsDay,
  IsInstant,
  IsList,
  IsText,
  IsTextOrNull,
  ListOf,
  MayBeMissing,
  Nested,
} from '#platform/http';

/** A notice as it is known here. */
export class KnownNoticeDto {
  @IsText({ max: 60 }) id: string;
  @IsInt() year: number;
  @IsTextOrNull() number: string | null;
  @IsDay() dated: string;
  @IsDay() published: string;
  @IsBoolean() amendsEarlier: boolean;
  @IsList({ max: 400 }) @IsDay({ each: true }) daysOff: string[];
  @IsList({ max: 400 }) @IsDay({ each: true }) workingDays: string[];
  @MayBeMissing() @IsText({ max: 500 }) source?: string;
  /** Shipped with the product, or recorded here. */
  @IsCode(['shipped', 'recorded']) origin: string;
  @MayBeMissing() @IsInstant() recordedAt?: string;
}

export class KnownNoticesDto {
  @ListOf(() => KnownNoticeDto, { max: 1000 }) items: KnownNoticeDto[];
}

/** The notice that was entered; `added` is false when it was known already. */
export class AddedNoticeDto {
  @IsBoolean() added: boolean;
  @Nested(() => KnownNoticeDto) notice: KnownNoticeDto;
}

/** A clock that the notice would move, or that would stay although the calendar counts another date. */
export class AffectedClockDto {
  @IsText({ max: 40 }) office: string;
  /** Number of the case. */
  @IsText({ max: 100 }) number: string;
  @IsText({ max: 100 }) clock: string;
  @IsDay() oldDueOn: string;
  @IsDay() newDueOn: string;
  @IsBoolean() provisionalBefore: boolean;
  @IsBoolean() provisionalAfter: boolean;
  @MayBeMissing() @IsCode(['date-has-passed', 'new-date-has-passed']) stays?: string;
}

/** What a notice would do: how many clocks in all, and the first of them. */
export class DryRunDto {
  /** It is known already and would do nothing. */
  @IsBoolean() known: boolean;
  @IsInt() later: number;
  @IsInt() earlier: number;
  /** Due on the same day, which would no longer be provisional, or would be now. */
  @IsInt() confirmed: number;
  @IsInt() stay: number;
  @ListOf(() => AffectedClockDto, { max: 500 }) clocks: AffectedClockDto[];
}

export class ReasonDto {
  @IsText({ max: 200 }) zh: string;
  @IsText({ max: 200 }) en: string;
}

/** One day: whether it works, and why. */
export class DayDto {
  @IsDay() day: string;
  /** 0 Sunday … 6 Saturday. */
  @IsInt() @Min(0) @Max(6) weekday: number;
  @IsBoolean() works: boolean;
  @IsText({ max: 40 }) reason: string;
  @MayBeMissing() @IsText({ max: 60 }) notice?: string;
  @MayBeMissing() @IsText({ max: 60 }) number?: string;
  @MayBeMissing() @IsText({ max: 200 }) officeReason?: string;
  @IsBoolean() provisional: boolean;
  @Nested(() => ReasonDto) words: ReasonDto;
}

/** A year as known on a day. */
export class YearDto {
  @IsInt() year: number;
  @IsDay() knownOn: string;
  @IsText({ max: 100 }) calendar: string;
  @IsInt() workingDays: number;
  @IsBoolean() provisional: boolean;
  @ListOf(() => DayDto, { min: 365, max: 366 }) days: DayDto[];
}
