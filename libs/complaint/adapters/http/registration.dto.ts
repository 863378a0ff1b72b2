import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import {
  IsCode,
  IsCodeWord,
  IsDay,
  IsDivision,
  IsFen,
  IsInstant,
  IsList,
  IsPhone,
  IsText,
  ListOf,
  MayBeMissing,
  Nested,
} from '#platform/http';
import { CHANNELS, RESPONDENT_KINDS, type Channel, type RespondentKind } from '../../domain/index.js';

/** Longest free text: a complaint of some ten pages. */
export const LONG_TEXT = 10_000;
const COUNT = 100_000;

/** Who complains (G02). Everything but a name may be missing: it is asked for afterwards (G08). */
export class ComplainantDto {
  @MayBeMissing() @IsText({ max: 100 }) name?: string;
  @MayBeMissing() @IsText({ max: 20 }) sex?: string;
  @MayBeMissing() @IsText({ max: 60 }) nationality?: string;
  @MayBeMissing() @IsText({ max: 300 }) address?: string;
  @MayBeMissing() @IsText({ max: 20 }) postcode?: string;
  @MayBeMissing() @IsPhone() phone?: string;
}

/** The operator complained of. */
export class RespondentDto {
  @IsText({ max: 200 }) name: string;
  @MayBeMissing() @IsCode(RESPONDENT_KINDS) kind?: RespondentKind;
  @MayBeMissing() @IsText({ max: 200 }) place?: string;
  /** Of its seat: the code of the administrative division (GB/T 2260). */
  @MayBeMissing() @IsDivision() division?: string;
  @MayBeMissing() @IsText({ max: 60 }) licence?: string;
}

/** The travel contract; money in 分. */
export class ContractDto {
  @MayBeMissing() @IsText({ max: 60 }) number?: string;
  @MayBeMissing() @IsDay() signedAt?: string;
  @MayBeMissing() @IsText({ max: 100 }) signedPlace?: string;
  @MayBeMissing() @IsDivision() signedDivision?: string;
  @MayBeMissing() @IsDay() endedOn?: string;
  @MayBeMissing() @IsFen() totalFen?: number;
  @MayBeMissing() @IsInt() @Min(1) @Max(COUNT) persons?: number;
  @MayBeMissing() @IsBoolean() outbound?: boolean;
}

/** A stop at a shop that the contract did not name. */
export class ShoppingStopDto {
  @IsFen() goodsFen: number;
}

/** One thing asked for, with the figures it needs: 分, nights, persons, days. */
export class ClaimDto {
  @IsCodeWord({ max: 60 }) kind: string;
  @MayBeMissing() @IsFen() contractedFen?: number;
  @MayBeMissing() @IsFen() actualFen?: number;
  @MayBeMissing() @IsFen() refundFen?: number;
  @MayBeMissing() @IsFen() ticketFen?: number;
  @MayBeMissing() @IsFen() guideFen?: number;
  @MayBeMissing() @IsFen() goodsFen?: number;
  @MayBeMissing() @IsFen() tourFeeFen?: number;
  @MayBeMissing() @IsFen() strandingCostFen?: number;
  @MayBeMissing() @IsFen() prepaidFen?: number;
  @MayBeMissing() @IsInt() @Min(0) @Max(COUNT) units?: number;
  @MayBeMissing() @IsInt() @Min(0) @Max(COUNT) noticeDays?: number;
  @MayBeMissing() @IsCodeWord({ max: 60 }) cause?: string;
  @MayBeMissing() @ListOf(() => ShoppingStopDto, { max: 50 }) stops?: ShoppingStopDto[];
}

/** An entry in the register of complaints (旅游投诉登记表). */
export class RegisterComplaintDto {
  @IsCode(CHANNELS) channel: Channel;
  @MayBeMissing() @IsInstant() receivedAt?: string;
  @ListOf(() => ComplainantDto, { min: 1, max: 200 }) complainants: ComplainantDto[];
  @MayBeMissing()
  @IsList({ max: 3 })
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(199, { each: true })
  representatives?: number[];
  @Nested(() => RespondentDto) respondent: RespondentDto;
  @MayBeMissing() @Nested(() => ContractDto) contract?: ContractDto;
  /** Where the harm was done or felt, or the dispute arose. */
  @MayBeMissing() @IsDivision() harmDivision?: string;
  @IsText({ max: LONG_TEXT }) facts: string;
  @ListOf(() => ClaimDto, { max: 50 }) claims: ClaimDto[];
  @IsList({ max: 100 }) @IsText({ max: 300, each: true }) evidence: string[];
}
