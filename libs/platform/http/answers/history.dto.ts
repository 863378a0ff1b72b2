import { IsInt } from 'class-validator';
import {
  IsAnything,
  IsInstant,
  IsList,
  IsText,
  IsUuidLower,
  ListOf,
  MayBeMissing,
  Nested,
} from '../dto/decorators.js';

/** Who did it. */
export class ActorDto {
  @IsText({ max: 255 }) id: string;
  @IsList({ max: 20 }) @IsText({ max: 60, each: true }) roles: string[];
  /** Where the person belongs: to an office, or to an operator. */
  @MayBeMissing() @IsText({ max: 60 }) office?: string;
  @MayBeMissing() @IsText({ max: 60 }) operator?: string;
}

/** One event: what happened, when, when it was recorded, by whom, and its place in the hash chain. */
export class HistoryEntryDto {
  @IsInt() revision: number;
  @IsUuidLower() id: string;
  @IsText({ max: 60 }) type: string;
  @IsInt() schemaVersion: number;
  @IsInstant() happenedAt: string;
  @IsInstant() recordedAt: string;
  @Nested(() => ActorDto) actor: ActorDto;
  @IsUuidLower() commandId: string;
  @IsAnything('The facts of the event; personal text is named by field and commitment, and not opened.')
  data: unknown;
  @IsText({ max: 64 }) chain: string;
}

/** Every event of a case. */
export class HistoryDto {
  @IsUuidLower() id: string;
  @ListOf(() => HistoryEntryDto, { max: 100_000 }) events: HistoryEntryDto[];
}
