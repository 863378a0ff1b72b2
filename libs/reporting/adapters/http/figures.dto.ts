import { IsBoolean, IsInt } from 'class-validator';
import { IsInstant, IsIntOrNull, IsText, IsDay, ListOf, Nested } from '#platform/http';

const KINDS = 500;

export class CountDto {
  @IsText({ max: 100 }) code: string;
  @IsInt() count: number;
}

export class CrossDto extends CountDto {
  @ListOf(() => CountDto, { max: KINDS }) of: CountDto[];
}

/** How many, and after how many calendar days: at the middle of them and at nine tenths (nearest rank). */
export class LastingDto extends CountDto {
  @IsIntOrNull() medianDays: number | null;
  @IsIntOrNull() ninetiethDays: number | null;
}

/** `before` + `entered` = `left` + `after`. */
export class BalanceDto {
  @IsInt() before: number;
  @IsInt() entered: number;
  @IsInt() left: number;
  @IsInt() after: number;
  @ListOf(() => CountDto, { max: KINDS }) leftAs: CountDto[];
}

export class ReceivedDto {
  @IsInt() total: number;
  @IsInt() fromOtherOffices: number;
  @IsInt() repeated: number;
  @ListOf(() => CountDto, { max: KINDS }) byChannel: CountDto[];
  @ListOf(() => CountDto, { max: KINDS }) byRespondent: CountDto[];
  /** A complaint can ask for several things: these add up to more. */
  @ListOf(() => CountDto, { max: 10_000 }) byClaim: CountDto[];
}

export class DecisionsDto {
  @IsInt() total: number;
  @ListOf(() => CountDto, { max: KINDS }) byOutcome: CountDto[];
  @ListOf(() => CountDto, { max: KINDS }) rejectedOn: CountDto[];
  @ListOf(() => CountDto, { max: KINDS }) acceptedFor: CountDto[];
}

export class OutcomesDto {
  @Nested(() => LastingDto) all: LastingDto;
  @ListOf(() => LastingDto, { max: KINDS }) byOutcome: LastingDto[];
  @ListOf(() => CrossDto, { max: KINDS }) byRespondent: CrossDto[];
  @ListOf(() => CrossDto, { max: KINDS }) byChannel: CrossDto[];
}

/** Terms of one kind that fell due in the quarter; `met` to `cancelled` add up to `due`. */
export class TermFiguresDto {
  @IsText({ max: 40 }) code: string;
  /** By law, by the office's own rulebook, by a local rule, or by a promise. */
  @IsText({ max: 40 }) basis: string;
  @IsInt() due: number;
  @IsInt() met: number;
  @IsInt() late: number;
  @IsInt() missed: number;
  @IsInt() running: number;
  @IsInt() cancelled: number;
  /** Of a term that is not verified. */
  @IsInt() unverified: number;
}

export class RecusalFiguresDto {
  @IsInt() requested: number;
  @IsInt() granted: number;
  @IsInt() refused: number;
}

/** The figures of an office for a quarter. Counts alone; kinds that did not occur are left out. */
export class FiguresDto {
  @Nested(() => ReceivedDto) received: ReceivedDto;
  @Nested(() => BalanceDto) undecided: BalanceDto;
  @Nested(() => DecisionsDto) decisions: DecisionsDto;
  @Nested(() => BalanceDto) work: BalanceDto;
  @Nested(() => OutcomesDto) outcomes: OutcomesDto;
  @ListOf(() => TermFiguresDto, { max: KINDS }) terms: TermFiguresDto[];
  @Nested(() => RecusalFiguresDto) recusals: RecusalFiguresDto;
  @ListOf(() => CountDto, { max: KINDS }) satisfaction: CountDto[];
}

export class OfficeNameDto {
  @IsText({ max: 40 }) id: string;
  @IsText({ max: 200 }) zh: string;
  @IsText({ max: 200 }) en: string;
}

/** Of which office and quarter; the days are included both. */
export class QuarterDto {
  @Nested(() => OfficeNameDto) office: OfficeNameDto;
  @IsText({ max: 6 }) quarter: string;
  @IsDay() firstDay: string;
  @IsDay() lastDay: string;
}

export class StatisticsDto extends QuarterDto {
  /** Whether the quarter is over. */
  @IsBoolean() over: boolean;
  @IsInstant() countedAt: string;
  /** Place in the log up to which was counted. */
  @IsText({ max: 200 }) countedTo: string;
  /** The way of counting. */
  @IsInt() textVersion: number;
  @Nested(() => FiguresDto) figures: FiguresDto;
}
