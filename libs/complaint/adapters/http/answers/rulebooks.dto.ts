import { IsInt } from 'class-validator';
import { IsAnything, IsText, IsTextOrNull, ListOf, MoreFields } from '#platform/http';

/** A rulebook: its terms with article and standing, and what it says beyond terms. */
@MoreFields()
export class RulebookDto {
  @IsText({ max: 40 }) id: string;
  @IsInt() version: number;
  @IsAnything('Title in Chinese and English.') title: unknown;
  @IsText({ max: 20 }) kind: string;
  @IsTextOrNull() validFrom: string | null;
  @IsTextOrNull() validTo: string | null;
  @IsAnything('Each term: code, start, stop, amount, unit, article, verification.') terms: unknown;
}

export class RulebooksDto {
  @ListOf(() => RulebookDto, { max: 1000 }) items: RulebookDto[];
}
