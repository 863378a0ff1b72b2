import { IsBoolean } from 'class-validator';
import { IsCode, IsDay, IsFen, IsInstant, IsList, IsText, IsUuidLower, MayBeMissing } from '#platform/http';
import {
  SETTLEMENT_PRINCIPLES,
  type SettlementCommands,
  type SettlementPrinciple,
} from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** What the parties agreed among themselves; money in 分. */
export class SettlementReportDto {
  @MayBeMissing() @IsInstant() reportedAt?: string;
  @IsText({ max: LONG_TEXT }) terms: string;
  @IsFen() amountFen: number;
  @MayBeMissing() @IsDay() payBy?: string;
  /** The complainant's written opinion, where it came with the report. */
  @MayBeMissing() @IsText({ max: LONG_TEXT }) complainantOpinion?: string;
  /** Id of the file that it stands in, attached before. */
  @MayBeMissing() @IsUuidLower() opinionAttachment?: string;
}

/** Who has signed: the complainants by their `subject` in the case. */
export class SettlementSignatureDto {
  @MayBeMissing() @IsInstant() signedAt?: string;
  @IsList({ max: 200 }) @IsText({ max: 100, each: true }) complainants: string[];
  @IsBoolean() respondent: boolean;
}

/** Which principles were found kept; without all three the settlement does not stand. */
export class SettlementCheckDto {
  @MayBeMissing() @IsInstant() checkedAt?: string;
  @IsList({ max: 3 }) @IsCode(SETTLEMENT_PRINCIPLES, { each: true }) principles: SettlementPrinciple[];
  @IsText({ max: LONG_TEXT }) finding: string;
}

const tag = 'settlement';

/** The parties settle among themselves. */
export const settlementRoutes = {
  ReportSettlement: {
    tag,
    path: 'settlement',
    right: 'complaint.record-settlement',
    summary: 'Record the report of a settlement of the parties (G24)',
    body: SettlementReportDto,
  },
  SignSettlement: {
    tag,
    path: 'settlement/signatures',
    right: 'complaint.record-settlement',
    summary: 'Record that everybody has signed it (G26, G53)',
    body: SettlementSignatureDto,
  },
  CheckSettlement: {
    tag,
    path: 'settlement/check',
    right: 'complaint.check-settlement',
    summary: 'Check it: voluntary, equal, lawful; the case is settled, or it does not stand (G25, G61)',
    body: SettlementCheckDto,
  },
} as const satisfies CaseRoutes<SettlementCommands>;
