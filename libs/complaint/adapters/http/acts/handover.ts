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

const tag = 'procedure';

/** What came of a case that another office or department got. */
export const handoverRoutes = {
  RecordReferralReport: {
    tag,
    path: 'referral-report',
    right: 'complaint.record-referral-report',
    summary: "Record the lower office's result (G12)",
    body: ReferralReportDto,
  },
  CloseTransfer: {
    tag,
    path: 'transfer-closing',
    right: 'complaint.close-transfer',
    summary: 'Close a transfer whose result does not come, with the reason (G13)',
    body: TransferClosingDto,
  },
  RecordTransferResult: {
    tag,
    path: 'transfer-result',
    right: 'complaint.record-transfer-result',
    summary: "Record the other department's result (G13)",
    body: TransferResultDto,
  },
} as const satisfies CaseRoutes<HandoverCommands>;
