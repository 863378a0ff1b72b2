import { IsBoolean, IsInt, IsNumber } from 'class-validator';
import {
  IsCode,
  IsDay,
  IsInstant,
  IsList,
  IsText,
  IsUuidLower,
  ListOf,
  MayBeMissing,
  MoreFields,
  Nested,
} from '#platform/http';
import {
  ANNOUNCEMENTS,
  CLOCK_STATUSES,
  RECKONED_BECAUSE,
  type AnnouncementStanding,
} from '../../../domain/index.js';

const UNITS = ['WD', 'CD', 'H'] as const;

/** A term: how much, in working days (WD), calendar days (CD) or hours (H), and whether its end rolls. */
export class TermDto {
  @IsNumber() amount: number;
  @IsCode(UNITS) unit: string;
  @IsBoolean() roll: boolean;
}

/** What is left of a running clock in its own unit; negative when it has run out. */
export class LeftDto {
  @IsNumber() amount: number;
  @IsCode(UNITS) unit: string;
}

/** From the day it starts up to, not including, the day it ends. */
export class PauseDto {
  @IsDay() from: string;
  @MayBeMissing() @IsDay() until?: string;
  @IsText({ max: 60 }) reason: string;
  /** While it lasts: the day on which it ends by itself. */
  @MayBeMissing() @IsDay() endsOn?: string;
  /** What ended it, or will, if not a fact: the cap of the rule, or the day that was agreed. */
  @MayBeMissing() @IsCode(['cap', 'agreement']) endedBy?: string;
}

export class ReminderDto {
  @IsText({ max: 30 }) rung: string;
  @IsInstant() at: string;
  @IsBoolean() raised: boolean;
}

/** How a clock was counted anew: from one date to another (the same one where only its marks changed), and why. */
export class ClockMoveDto {
  @IsDay() from: string;
  @IsDay() to: string;
  /** What of the case did it; absent, the calendar alone. */
  @MayBeMissing() @IsCode(RECKONED_BECAUSE) because?: string;
  /** Numbers of the notices; ids where they have none. */
  @IsList({ max: 100 }) @IsText({ max: 100, each: true }) notices: string[];
  /** The office's own days were changed. */
  @IsBoolean() officeDays: boolean;
  @IsDay() knownOn: string;
}

/** The complainant was told that a term will not be kept, and by when he hears next (H23). */
export class DelayDto {
  @IsText({ max: 255 }) by: string;
  @IsInstant() announcedAt: string;
  @IsInstant() nextDueAt: string;
  @IsUuidLower() callbackId: string;
}

/** The calendar counts another date than the one that stands: a day that has passed is never moved. */
export class NotMovedDto {
  @IsDay() wouldBeDueOn: string;
  @IsText({ max: 30 }) why: string;
}

/** One clock of a case. */
@MoreFields()
export class ClockDto {
  @IsText({ max: 100 }) clock: string;
  @IsText({ max: 30 }) code: string;
  @IsText({ max: 40 }) rulebook: string;
  @IsText({ max: 20 }) basis: string;
  @IsCode(CLOCK_STATUSES) status: string;
  @IsText({ max: 60 }) start: string;
  @IsInstant() startAt: string;
  @Nested(() => TermDto) term: TermDto;
  /** Granted in all, in the term's own unit (A11). */
  @MayBeMissing() @IsNumber() extended?: number;
  @IsDay() dueOn: string;
  @IsInstant() dueAt: string;
  @MayBeMissing() @Nested(() => LeftDto) left?: LeftDto;
  @IsList({ max: 20 }) @IsText({ max: 60, each: true }) stop: string[];
  @IsText({ max: 60 }) onMiss: string;
  @IsText({ max: 300 }) article: string;
  @IsText({ max: 20 }) verification: string;
  @IsBoolean() provisional: boolean;
  @IsText({ max: 100 }) calendar: string;
  @ListOf(() => PauseDto, { max: 100 }) pauses: PauseDto[];
  @ListOf(() => ReminderDto, { max: 20 }) reminders: ReminderDto[];
  @MayBeMissing() @ListOf(() => ClockMoveDto, { max: 100 }) moves?: ClockMoveDto[];
  @MayBeMissing() @Nested(() => NotMovedDto) notMoved?: NotMovedDto;
  /** Where the complainant waits for it: `not-announced` is a breach of H23. */
  @MayBeMissing() @IsCode(ANNOUNCEMENTS) announcement?: AnnouncementStanding;
  @MayBeMissing() @ListOf(() => DelayDto, { max: 100 }) delays?: DelayDto[];
  @MayBeMissing() @IsInstant() metAt?: string;
  @MayBeMissing() @IsInstant() missedAt?: string;
}

/** One day of the reckoning, counted or skipped, and why. */
@MoreFields()
export class CountedDayDto {
  @IsDay() day: string;
  @IsBoolean() counted: boolean;
  @MayBeMissing() @IsInt() number?: number;
  @IsText({ max: 40 }) why: string;
}

/** The same in words, sentence by sentence. */
export class WordsDto {
  @IsList({ max: 3000 }) @IsText({ max: 500, each: true }) zh: string[];
  @IsList({ max: 3000 }) @IsText({ max: 500, each: true }) en: string[];
}

/** How a due date was counted. */
@MoreFields()
export class ExplanationDto {
  @IsDay() dueOn: string;
  @IsInstant() dueAt: string;
  @IsBoolean() provisional: boolean;
  @IsText({ max: 100 }) calendar: string;
  @ListOf(() => CountedDayDto, { max: 3000 }) days: CountedDayDto[];
  @Nested(() => WordsDto) words: WordsDto;
}

/** A clock with how its due date was counted. */
@MoreFields()
export class ExplainedClockDto extends ClockDto {
  @Nested(() => ExplanationDto) explanation: ExplanationDto;
}

/** Every clock of a case. */
export class ClocksDto {
  @IsUuidLower() id: string;
  @IsInt() revision: number;
  @IsInstant() now: string;
  @ListOf(() => ExplainedClockDto, { max: 200 }) clocks: ExplainedClockDto[];
}

/** An answer of the public calculator. */
@MoreFields()
export class DueDateDto extends ExplanationDto {
  @MayBeMissing() @IsText({ max: 40 }) rulebook?: string;
  /** Whether the rulebook was in force on the day on which the term starts. */
  @MayBeMissing() @IsBoolean() inForce?: boolean;
  @MayBeMissing() @IsText({ max: 30 }) code?: string;
  @MayBeMissing() @IsText({ max: 300 }) article?: string;
  @MayBeMissing() @IsText({ max: 20 }) verification?: string;
  @IsDay() knownOn: string;
  /** With the own days of this office. */
  @MayBeMissing() @IsText({ max: 40 }) office?: string;
}
