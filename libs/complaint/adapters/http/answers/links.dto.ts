import { IsBoolean, IsInt } from 'class-validator';
import { IsCode, IsInstant, IsText, IsUuidLower, ListOf, MoreFields } from '#platform/http';
import {
  LIKENESS_TRAITS,
  LINK_KINDS,
  PHASES,
  type LikenessTrait,
  type LinkKind,
  type Phase,
} from '../../../domain/index.js';

export class LikenessPartDto {
  @IsCode(LIKENESS_TRAITS) trait: LikenessTrait;
  @IsInt() points: number;
  /** The most that this trait gives. */
  @IsInt() of: number;
}

/** A complaint linked to the one asked about. */
@MoreFields()
export class LinkEntryDto {
  @IsUuidLower() linkId: string;
  @IsCode(LINK_KINDS) kind: LinkKind;
  /** The other complaint. */
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsCode(PHASES) phase: Phase;
  @IsInt() score: number;
  @IsInstant() linkedAt: string;
  /** Whether the link is recorded on the complaint asked about, and undone there. */
  @IsBoolean() recordedHere: boolean;
}

export class LinksDto {
  @IsUuidLower() id: string;
  @ListOf(() => LinkEntryDto, { max: 1000 }) items: LinkEntryDto[];
}

/** A complaint like the one asked about. */
@MoreFields()
export class SimilarEntryDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsCode(PHASES) phase: Phase;
  @IsInstant() receivedAt: string;
  /** Of 100. */
  @IsInt() score: number;
  @ListOf(() => LikenessPartDto, { max: 10 }) parts: LikenessPartDto[];
}

export class SimilarDto {
  @IsUuidLower() id: string;
  @ListOf(() => SimilarEntryDto, { max: 20 }) items: SimilarEntryDto[];
}
