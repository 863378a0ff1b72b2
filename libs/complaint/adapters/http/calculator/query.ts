import { IsInt, IsNumber, Max, Min } from 'class-validator';
import { isDay, type Day } from '#kernel';
import { isReckoned, type Pause, type Unit } from '#calendar';
import { CLOCK_CODES, type ClockCode } from '#rulebook';
import {
  fieldError,
  type FieldErrorCode,
  IsCode,
  IsDay,
  IsInstant,
  IsList,
  IsText,
  MayBeMissing,
  ProblemError,
} from '#platform/http';

const UNITS = ['WD', 'CD', 'H'] as const;
const CLASSES = ['deposit', 'other'] as const;
/** First day, day on which it runs again or `..`, and why. */
const PAUSE = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2}|\.\.)(?:\/([a-z0-9]+(?:-[a-z0-9]+)*))?$/;

/** A rulebook's term (`rulebook` and `code`), or a term of one's own (`amount` and `unit`). */
export class DueDateQuery {
  @IsInstant() start: string;
  @MayBeMissing() @IsText({ max: 40 }) rulebook?: string;
  @MayBeMissing() @IsCode(CLOCK_CODES) code?: ClockCode;
  @MayBeMissing() @IsCode(CLASSES) caseClass?: (typeof CLASSES)[number];
  /** Whole days, or hours in whole minutes: half an hour is 0.5 (H08). */
  @MayBeMissing() @IsNumber() @Min(0) @Max(1000) amount?: number;
  @MayBeMissing() @IsCode(UNITS) unit?: Unit;
  /** Once for each pause, e.g. `2026-04-07/2026-04-10/expert-appraisal`: it runs again on the second day. */
  @MayBeMissing() @IsList({ max: 20 }) @IsText({ max: 100, each: true }) pause?: string[];
  /** Granted in all, in the term's own unit. */
  @MayBeMissing() @IsInt() @Min(1) @Max(1000) extension?: number;
  /** The day on which it is asked what the office could know; today when absent. */
  @MayBeMissing() @IsDay() knownOn?: Day;
  /** With the own days of this office. */
  @MayBeMissing() @IsText({ max: 40 }) office?: string;
}

/** The pauses that were asked for. Throws `validation-failed` (400) for a text that is none, or beyond all calendars. */
export function pausesOf({ pause = [] }: DueDateQuery): readonly Pause[] {
  return pause.map((text, index) => {
    const [, from = '', until = '', reason = 'unnamed'] = PAUSE.exec(text) ?? [];
    const ends = until === '..' ? undefined : until;
    if (!isDay(from) || (ends !== undefined && !isDay(ends))) {
      return unfit(`/pause/${String(index)}`, 'not-an-interval');
    }
    if (![from, ends ?? from].every(isReckoned)) return unfit(`/pause/${String(index)}`, 'not-reckoned');
    return { from, reason, ...(ends === undefined ? {} : { until: ends }) };
  });
}

/** A field of the query that cannot be taken: `validation-failed` (400). */
export function unfit(pointer: string, code: FieldErrorCode, allowed: readonly string[] = []): never {
  throw new ProblemError('validation-failed', {
    facts: { count: 1 },
    errors: [fieldError(code, pointer, { allowed }, 'query')],
  });
}
