import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { IsInstant, IsText, MayBeMissing } from '#platform/http';
import type { HandoverCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

export class ReferralReportDto {
  @MayBeMissing() @IsInstant() reportedAt?: string;
  @IsText({ max: LONG_TEXT }) result: string;
}

export class TransferClosingDto {
  @MayBeMissing() @IsInstant() decidedAt?: string;
  @IsText({ max: LONG_TEXT }) reason: string;
}

export class TransferResultDto {
  @MayBeMissing() @IsInstant() receivedAt?: string;
  @IsText({ max: LONG_TEXT }) result: string;
}

/** The department's slip that it has the file (回执). */
export class TransferReceiptDto {
  @MayBeMissing() @IsInstant() receivedAt?: string;
  @IsText({ max: 100 }) receivedBy: string;
  @IsText({ max: 100 }) number: string;
}

export class HandoverReturnDto {
  @MayBeMissing() @IsInstant() returnedAt?: string;
  @IsText({ max: LONG_TEXT }) reason: string;
}

export class OnlyReasonDto {
  @IsText({ max: LONG_TEXT }) reason: string;
}

export class MoreTimeAnswerDto {
  @IsBoolean() granted: boolean;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) reason?: string;
}

export class MoreTimeRequestDto {
  @IsInt() @Min(1) @Max(366) days: number;
  @IsText({ max: LONG_TEXT }) reason: string;
}

const tag = 'offices';

/** What becomes of a case that another office or department got, and of one that came from another. */
export const handoverRoutes = {
  RecordReferralReport: {
    tag: 'procedure',
    path: 'referral-report',
    right: 'complaint.record-referral-report',
    summary: "Record the lower office's result (G12)",
    body: ReferralReportDto,
  },
  CloseTransfer: {
    tag: 'procedure',
    path: 'transfer-closing',
    right: 'complaint.close-transfer',
    summary: 'Close a transfer whose result does not come, with the reason (G13)',
    body: TransferClosingDto,
  },
  RecordTransferResult: {
    tag: 'procedure',
    path: 'transfer-result',
    right: 'complaint.record-transfer-result',
    summary: "Record the other department's result (G13)",
    body: TransferResultDto,
  },
  RecordTransferReceipt: {
    tag,
    path: 'transfer-receipt',
    right: 'complaint.record-transfer-receipt',
    summary: "Record the other department's slip for the file (回执, G13)",
    body: TransferReceiptDto,
  },
  RecordHandoverReturn: {
    tag,
    path: 'handover-return',
    right: 'complaint.record-handover-return',
    summary: 'Record that the receiver gave the case back, with its reason (A04)',
    body: HandoverReturnDto,
  },
  ReturnReferralReport: {
    tag,
    path: 'referral-report-return',
    right: 'complaint.return-referral-report',
    summary: 'Send a report back that is not enough (G12)',
    body: OnlyReasonDto,
  },
  AnswerMoreTime: {
    tag,
    path: 'more-time-answer',
    right: 'complaint.answer-more-time',
    summary: 'Consent to the lower office taking longer, or not (A15)',
    body: MoreTimeAnswerDto,
  },
  ReportToReferrer: {
    tag,
    path: 'report-to-referrer',
    right: 'complaint.report-to-referrer',
    summary: 'Report the result to the office that sent the case (G12)',
    body: ReferralReportDto,
  },
  ReturnToSender: {
    tag,
    path: 'return-to-sender',
    right: 'complaint.return-to-sender',
    summary: 'Give the case back for want of competence (G50)',
    body: OnlyReasonDto,
  },
  RequestMoreTime: {
    tag,
    path: 'more-time-request',
    right: 'complaint.request-more-time',
    summary: "Ask for the referrer's consent to take longer (A15)",
    body: MoreTimeRequestDto,
  },
} as const satisfies CaseRoutes<HandoverCommands>;
