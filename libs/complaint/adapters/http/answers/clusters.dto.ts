import { IsBoolean, IsInt } from 'class-validator';
import {
  IsCode,
  IsInstant,
  IsList,
  IsText,
  IsUuidLower,
  ListOf,
  MayBeMissing,
  MoreFields,
  PAGE_SIZE_LIMIT,
  PageDto,
} from '#platform/http';
import { PHASES, RECOGNISED_BY, type Phase, type RecognisedBy } from '../../../domain/index.js';
import { CLUSTER_LIMIT } from '../../../read-models/index.js';

/** A complaint of a cluster. */
@MoreFields()
export class ClusterMemberDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsCode(PHASES) phase: Phase;
  @IsInstant() receivedAt: string;
  @IsText({ max: 200 }) respondent: string;
  @IsList({ max: 50 }) @IsText({ max: 255, each: true }) handlers: string[];
}

/** Everybody hurt by the same thing, as far as links say so. */
export class ClusterDto {
  @IsUuidLower() id: string;
  /** Of these, how many are still in work. */
  @IsInt() open: number;
  /** Links join more complaints than are shown. */
  @IsBoolean() more: boolean;
  @ListOf(() => ClusterMemberDto, { max: CLUSTER_LIMIT }) items: ClusterMemberDto[];
}

/** The complaints in work against one operator. */
@MoreFields()
export class ClusterEntryDto {
  /** Its name as it was written last, and every way in which it is written. */
  @IsText({ max: 200 }) respondent: string;
  @IsList({ max: 20 }) @IsText({ max: 200, each: true }) names: string[];
  /** Where a complaint gives it. */
  @MayBeMissing() @IsText({ max: 60 }) licence?: string;
  /** By what they are taken to be against one operator: where a licence is not given, the name says it. */
  @IsList({ max: 2 }) @IsCode(RECOGNISED_BY, { each: true }) recognisedBy: RecognisedBy[];
  @IsInt() open: number;
  /** Of these, how many a link joins to another one of them. */
  @IsInt() linked: number;
  @IsInstant() firstReceivedAt: string;
  @IsInstant() lastReceivedAt: string;
}

export class ClusterPageDto extends PageDto {
  @ListOf(() => ClusterEntryDto, { max: PAGE_SIZE_LIMIT }) items: ClusterEntryDto[];
}
