import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import type { NoticeInput } from '../../domain/index.js';
import { IsDay, IsList, IsText, IsWebAddress, MayBeMissing } from '#platform/http';

/** A notice names some thirty days. */
const MOST_DAYS = 120;

/** A notice of the State Council, as it was published. */
export class HolidayNoticeDto {
  /** The year that it orders. */
  @IsInt() @Min(2000) @Max(2100) year: number;
  /** Document number, such as 国办发明电〔2024〕12号; left out where there is none. */
  @MayBeMissing() @IsText({ max: 60 }) number?: string;
  /** The date that it bears. */
  @IsDay() dated: string;
  /** The day on which it was published: from then on it can be known. */
  @IsDay() published: string;
  /** It changes days of an earlier notice, and says nothing of the others. */
  @MayBeMissing() @IsBoolean() amendsEarlier?: boolean;
  /** Every day off, the weekend days among them too. */
  @IsList({ max: MOST_DAYS }) @IsDay({ each: true }) daysOff: string[];
  /** Every make-up working day (调休上班). */
  @IsList({ max: MOST_DAYS }) @IsDay({ each: true }) workingDays: string[];
  /** Where it can be read. */
  @MayBeMissing() @IsWebAddress({ max: 500 }) source?: string;
}

/** The notice as the rules take it. */
export function noticeInputOf(dto: HolidayNoticeDto): NoticeInput {
  const { year, number = null, dated, published, amendsEarlier = false, daysOff, workingDays, source } = dto;
  return { year, number, dated, published, amendsEarlier, daysOff, workingDays, source };
}
