import { IsInt } from 'class-validator';
import {
  IsCode,
  IsDay,
  IsInstant,
  IsInstantOrNull,
  IsText,
  IsTextOrNull,
  IsUuidLower,
  ListOf,
  MayBeMissing,
  MoreFields,
  Nested,
  PAGE_SIZE_LIMIT,
  PageDto,
} from '#platform/http';
import { FIRING_STATUSES, type FiringStatus } from '../../../read-models/index.js';

/** One moment at which a clock was to ring. */
@MoreFields()
export class FiringDto {
  @IsUuidLower() complaintId: string;
  @IsText({ max: 100 }) number: string;
  @IsText({ max: 100 }) clock: string;
  @IsText({ max: 30 }) code: string;
  @IsText({ max: 40 }) rulebook: string;
  /** `due`, or a reminder's name. */
  @IsText({ max: 40 }) rung: string;
  @IsInt() revision: number;
  /** When it was to ring. */
  @IsInstant() at: string;
  /** Since when it was recorded that it was to ring. */
  @IsInstant() knownAt: string;
  @IsCode(FIRING_STATUSES) status: FiringStatus;
  @IsInstantOrNull() rangAt: string | null;
  /** When and why it was called off. */
  @IsInstantOrNull() calledOffAt: string | null;
  @IsTextOrNull() calledOff: string | null;
  /** In ms; only of what rang. */
  @MayBeMissing() @IsInt() lateMs?: number;
  @IsTextOrNull() lateBecause: string | null;
  /** How often it rang beyond the once; 0 unless the system is broken. */
  @IsInt() extra: number;
}

export class LateFiringsDto {
  /** The fact that started the clock was recorded after the moment itself. */
  @IsInt() recordedLate: number;
  @IsInt() workerLate: number;
}

/** What the period comes to. `early`, `twice` and `outstanding` are 0 unless the system is broken or stopped. */
export class FiringSummaryDto {
  @IsInt() all: number;
  @IsInt() rang: number;
  @IsInt() outstanding: number;
  @IsInt() calledOff: number;
  @IsInt() overtaken: number;
  @IsInt() toCome: number;
  @IsInt() early: number;
  @IsInt() twice: number;
  @Nested(() => LateFiringsDto) late: LateFiringsDto;
  @IsInt() latestMs: number;
}

export class FiringsDto extends PageDto {
  @IsDay() from: string;
  @IsDay() to: string;
  /** As of when. */
  @IsInstant() now: string;
  @Nested(() => FiringSummaryDto) summary: FiringSummaryDto;
  @ListOf(() => FiringDto, { max: PAGE_SIZE_LIMIT }) items: FiringDto[];
}
