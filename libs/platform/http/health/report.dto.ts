import { IsBoolean } from 'class-validator';
import { IsCode, IsText, ListOf, MayBeMissing } from '../dto/decorators.js';

/** Whether it is up. */
export class LifeDto {
  @IsCode(['up', 'down']) status: string;
}

/** What a check found; its detail is plain and holds no secret. */
export class FindingDto {
  @IsText({ max: 60 }) name: string;
  @IsBoolean() required: boolean;
  @IsCode(['up', 'degraded', 'down']) status: string;
  @MayBeMissing() @IsText({ max: 500 }) detail?: string;
}

/** All findings together. */
export class HealthReportDto {
  @IsCode(['up', 'degraded', 'down']) status: string;
  @ListOf(() => FindingDto, { max: 50 }) checks: FindingDto[];
}
