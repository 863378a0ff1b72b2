import { IsBoolean } from 'class-validator';
import {
  IsCode,
  IsInstant,
  IsList,
  IsText,
  IsUuidLower,
  ListOf,
  MayBeMissing,
  IsPerson,
} from '#platform/http';
import {
  INVESTIGATION_ACTS,
  LIABILITIES,
  type InvestigationAct,
  type InvestigationCommands,
  type Liability,
} from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** Who investigates, with the number of the law-enforcement certificate. */
export class InvestigatorDto {
  @IsPerson() id: string;
  @MayBeMissing() @IsText({ max: 60 }) certificate?: string;
}

export class InvestigationDto {
  @ListOf(() => InvestigatorDto, { min: 1, max: 10 }) investigators: InvestigatorDto[];
  @MayBeMissing() @IsInstant() openedAt?: string;
}

/** Whom to question, when and where (询问调查通知书, D10). */
export class SummonsDto {
  @IsText({ max: 100 }) person: string;
  @IsInstant() appointedFor: string;
  @IsText({ max: 300 }) place: string;
}

export class CommissionDto {
  @IsText({ max: 200 }) office: string;
  @IsText({ max: LONG_TEXT }) matters: string;
}

/** One point on which the two accounts differ. */
export class DisputePointDto {
  @IsText({ max: LONG_TEXT }) point: string;
  @IsText({ max: LONG_TEXT }) complainant: string;
  @IsText({ max: LONG_TEXT }) respondent: string;
}

export class DisputePointsDto {
  @ListOf(() => DisputePointDto, { min: 1, max: 50 }) points: DisputePointDto[];
}

/** A record of an investigation (调查笔录, G22). */
export class InvestigationRecordDto {
  @IsCode(INVESTIGATION_ACTS) act: InvestigationAct;
  @MayBeMissing() @IsInstant() heldAt?: string;
  @IsText({ max: 300 }) place: string;
  @IsList({ min: 1, max: 10 }) @IsPerson({ each: true }) investigators: string[];
  @MayBeMissing() @IsText({ max: 100 }) person?: string;
  @IsText({ max: LONG_TEXT }) record: string;
  @MayBeMissing() @IsBoolean() readOver?: boolean;
  @IsBoolean() signed: boolean;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) refusal?: string;
}

export class LiabilityDto {
  @IsUuidLower() pointId: string;
  @IsCode(LIABILITIES) liability: Liability;
  @IsText({ max: LONG_TEXT }) reasons: string;
}

export class FactsDto {
  @MayBeMissing() @IsInstant() establishedAt?: string;
  @IsText({ max: LONG_TEXT }) facts: string;
  @IsList({ min: 1, max: 100 }) @IsUuidLower({ each: true }) records: string[];
  @ListOf(() => LiabilityDto, { min: 1, max: 50 }) liability: LiabilityDto[];
}

const tag = 'investigation';

/** From the reply to the established facts. */
export const investigationRoutes = {
  OpenInvestigation: {
    tag,
    path: 'investigation',
    right: 'complaint.investigate',
    summary: 'Name the investigators, at least two (G20, G22)',
    body: InvestigationDto,
  },
  SummonPerson: {
    tag,
    path: 'summonses',
    right: 'complaint.investigate',
    summary: 'Summon somebody to be questioned (G20)',
    body: SummonsDto,
    status: 201,
  },
  CommissionInvestigation: {
    tag,
    path: 'commissions',
    right: 'complaint.investigate',
    summary: 'Ask another office to take evidence (G55)',
    body: CommissionDto,
    status: 201,
  },
  IdentifyDisputePoints: {
    tag,
    path: 'dispute-points',
    right: 'complaint.investigate',
    summary: 'Name the points on which the two accounts differ (G21)',
    body: DisputePointsDto,
    status: 201,
  },
  RecordInvestigation: {
    tag,
    path: 'investigation-records',
    right: 'complaint.investigate',
    summary: 'Record an investigation by at least two people (G22)',
    body: InvestigationRecordDto,
    status: 201,
  },
  EstablishFacts: {
    tag,
    path: 'facts',
    right: 'complaint.establish-facts',
    summary: 'Establish the facts and who answers for each disputed point (G23)',
    body: FactsDto,
  },
} as const satisfies CaseRoutes<InvestigationCommands>;
