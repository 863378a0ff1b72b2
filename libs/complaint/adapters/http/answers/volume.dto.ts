import { IsInt } from 'class-validator';
import {
  IsCode,
  IsDay,
  IsInstant,
  IsText,
  IsUuidLower,
  ListOf,
  MayBeMissing,
  MoreFields,
  Nested,
} from '#platform/http';
import { PHASES, VOLUME_KINDS, type Phase, type VolumeKind } from '../../../domain/index.js';

export class VolumeTitleDto {
  @IsText({ max: 100 }) zh: string;
  @IsText({ max: 100 }) en: string;
}

/** One line of the table of contents (卷内目录). */
@MoreFields()
export class VolumeItemDto {
  @IsInt() place: number;
  @IsCode(VOLUME_KINDS) kind: VolumeKind;
  @Nested(() => VolumeTitleDto) title: VolumeTitleDto;
  @MayBeMissing() @IsText({ max: 100 }) number?: string;
  @IsDay() on: string;
  @MayBeMissing() @IsInt() count?: number;
}

/** The cover and the contents of a case's volume (卷宗封面、卷内目录, D21). */
@MoreFields()
export class VolumeDto {
  @IsUuidLower() id: string;
  @IsText({ max: 100 }) number: string;
  @IsInt() revision: number;
  @IsCode(PHASES) phase: Phase;
  @IsText({ max: 40 }) office: string;
  @IsText({ max: 200 }) respondent: string;
  @IsInstant() receivedAt: string;
  @MayBeMissing() @IsInstant() archivedAt?: string;
  @MayBeMissing() @IsInstant() destroyedAt?: string;
  @ListOf(() => VolumeItemDto, { max: 10_000 }) items: VolumeItemDto[];
}
