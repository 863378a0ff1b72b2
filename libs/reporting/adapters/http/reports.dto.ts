import { IsInt } from 'class-validator';
import {
  IsCode,
  IsInstant,
  IsIntOrNull,
  IsList,
  IsText,
  ListOf,
  MayBeMissing,
  Nested,
  PageDto,
  PageQuery,
} from '#platform/http';
import { CORRECTION_CAUSES, type CorrectionCause } from '../../domain/index.js';
import { FiguresDto, OfficeNameDto, QuarterDto } from './figures.dto.js';

/** Why a quarter that was published is published again; left out the first time. */
export class DraftReportDto {
  @MayBeMissing() @IsCode(CORRECTION_CAUSES) because?: CorrectionCause;
}

export class PublishedQuery extends PageQuery {
  @MayBeMissing() @IsText({ max: 40 }) office?: string;
}

/** On what a publication rests. */
export class PublicationBasisDto {
  /** The law asks for it, or it could not be read whether it does. */
  @IsCode(['required', 'not-known']) duty: string;
  @IsText({ max: 60 }) rulebook: string;
  @IsInt() rulebookVersion: number;
  @MayBeMissing() @IsText({ max: 300 }) article?: string;
  @IsText({ max: 40 }) verification: string;
}

/** A figure that is another than in the version before; null where one of the two did not have it. */
export class FigureChangeDto {
  @IsText({ max: 60 }) chapter: string;
  @IsText({ max: 100 }) item: string;
  @MayBeMissing() @IsText({ max: 100 }) detail?: string;
  @IsIntOrNull() was: number | null;
  @IsIntOrNull() is: number | null;
}

/** One version, as everybody sees it. */
export class PublishedVersionDto {
  @IsInt() version: number;
  @IsInstant() publishedAt: string;
  @IsText({ max: 200 }) countedTo: string;
  @IsInt() textVersion: number;
  @Nested(() => PublicationBasisDto) basis: PublicationBasisDto;
  @MayBeMissing() @IsCode(CORRECTION_CAUSES) because?: string;
  @Nested(() => FiguresDto) figures: FiguresDto;
  /** What is otherwise than in the version before. */
  @ListOf(() => FigureChangeDto, { max: 20_000 }) changes: FigureChangeDto[];
}

/** A published quarter: the version that holds, and every earlier one. */
export class PublishedReportDto extends QuarterDto {
  @Nested(() => PublishedVersionDto) current: PublishedVersionDto;
  @ListOf(() => PublishedVersionDto, { max: 1000 }) earlier: PublishedVersionDto[];
}

export class PublishedEntryDto {
  @Nested(() => OfficeNameDto) office: OfficeNameDto;
  @IsText({ max: 6 }) quarter: string;
  @IsInt() version: number;
  @IsInstant() publishedAt: string;
  @IsInstant() firstPublishedAt: string;
  @IsText({ max: 200 }) href: string;
}

export class PublishedPageDto extends PageDto {
  @ListOf(() => PublishedEntryDto, { max: 200 }) items: PublishedEntryDto[];
}

/** What waits for its approval. */
export class WaitingReportDto {
  @IsInt() version: number;
  @IsText({ max: 200 }) draftedBy: string;
  @IsInstant() draftedAt: string;
  @IsText({ max: 200 }) countedTo: string;
  @IsInt() textVersion: number;
  @MayBeMissing() @IsCode(CORRECTION_CAUSES) because?: string;
  @Nested(() => FiguresDto) figures: FiguresDto;
  /** What is otherwise than in the version that is published. */
  @ListOf(() => FigureChangeDto, { max: 20_000 }) changes: FigureChangeDto[];
}

/** A version, with who drafted and who approved it. */
export class OwnVersionDto {
  @IsInt() version: number;
  @IsText({ max: 200 }) draftedBy: string;
  @IsInstant() draftedAt: string;
  @IsText({ max: 200 }) approvedBy: string;
  @IsInstant() publishedAt: string;
  @MayBeMissing() @IsCode(CORRECTION_CAUSES) because?: string;
}

/** The report of a quarter as the office itself sees it. */
export class OwnReportDto extends QuarterDto {
  @IsInt() revision: number;
  @MayBeMissing() @Nested(() => WaitingReportDto) draft?: WaitingReportDto;
  @ListOf(() => OwnVersionDto, { max: 1000 }) published: OwnVersionDto[];
}

export class ReportDoneDto extends OwnReportDto {
  @IsList({ max: 10 }) @IsText({ max: 60, each: true }) events: string[];
}
