import { IsBoolean, IsInt } from 'class-validator';
import {
  IsAnything,
  IsCode,
  IsInstant,
  IsList,
  IsText,
  IsUuidLower,
  ListOf,
  MayBeMissing,
  MoreFields,
  Nested,
} from '#platform/http';
import { VERIFICATIONS } from '#rulebook';
import { JURISDICTIONS, PLACE_FIELDS } from '../../../domain/index.js';

/** One reason for or against an office. `missing` says what would have to be known. */
export class BasisDto {
  @IsText({ max: 40 }) basis: string;
  @IsText({ max: 300 }) article: string;
  @IsCode(VERIFICATIONS) verification: string;
  @MayBeMissing() @IsCode(JURISDICTIONS) leadsTo?: string;
  @MayBeMissing() @IsText({ max: 6 }) division?: string;
  @MayBeMissing() @IsText({ max: 40 }) office?: string;
  @MayBeMissing() @IsCode(PLACE_FIELDS) missing?: string;
}

/** What the reviewer found. */
export class RecordedFindingDto {
  @IsCode(JURISDICTIONS) finding: string;
  @MayBeMissing() @IsText({ max: 40 }) office?: string;
  @IsInstant() at: string;
  @IsText({ max: 255 }) by: string;
  @IsBoolean() withReason: boolean;
}

export class TwoLanguagesDto {
  @IsText({ max: 4000 }) zh: string;
  @IsText({ max: 4000 }) en: string;
}

/** Whose matter a complaint is. `certain`: nothing that is not known yet can change it. */
@MoreFields()
export class JurisdictionDto {
  @IsUuidLower() id: string;
  @IsInt() revision: number;
  @IsText({ max: 40 }) office: string;
  @IsBoolean() urgentStop: boolean;
  @IsText({ max: 40 }) rulebook: string;
  @IsInt() rulebookVersion: number;
  @MayBeMissing() @IsCode(JURISDICTIONS) finding?: string;
  @IsBoolean() certain: boolean;
  @IsList({ max: 20 }) @IsText({ max: 40, each: true }) offices: string[];
  @ListOf(() => BasisDto, { max: 20 }) bases: BasisDto[];
  @IsList({ max: 10 }) @IsCode(PLACE_FIELDS, { each: true }) missing: string[];
  @MayBeMissing()
  @IsAnything(
    'The rule for several competent offices, with its article and the superior who could designate.',
  )
  several?: unknown;
  @IsCode(VERIFICATIONS) verification: string;
  @Nested(() => TwoLanguagesDto) words: TwoLanguagesDto;
  @MayBeMissing() @Nested(() => RecordedFindingDto) recorded?: RecordedFindingDto;
}
