import type { HandoverCommands } from '../../domain/index.js';
import { withReason, wording, type Wordings } from './wording.js';

export const handoverWording = {
  RecordReferralReport: wording(
    async ({ reportedAt, result }: { readonly reportedAt?: string; readonly result: string }, { seal }) => ({
      reportedAt,
      result: await seal('referral.result', result),
    }),
    'reportedAt',
  ),
  CloseTransfer: wording(
    async ({ decidedAt, reason }: { readonly decidedAt?: string; readonly reason: string }, { seal }) => ({
      decidedAt,
      reason: await seal('transfer.closing-reason', reason),
    }),
    'decidedAt',
  ),
  RecordTransferResult: wording(
    async ({ receivedAt, result }: { readonly receivedAt?: string; readonly result: string }, { seal }) => ({
      receivedAt,
      result: await seal('transfer.result', result),
    }),
    'receivedAt',
  ),
  RecordTransferReceipt: wording(
    async (
      {
        receivedAt,
        receivedBy,
        number,
      }: { readonly receivedAt?: string; readonly receivedBy: string; readonly number: string },
      { seal },
    ) => ({ receivedAt, number, receivedBy: await seal('transfer.received-by', receivedBy) }),
    'receivedAt',
  ),
  RecordHandoverReturn: wording(
    async ({ returnedAt, reason }: { readonly returnedAt?: string; readonly reason: string }, { seal }) => ({
      returnedAt,
      reason: await seal('handover.return-reason', reason),
    }),
    'returnedAt',
  ),
  ReturnReferralReport: withReason('referral.return-reason'),
  AnswerMoreTime: wording(
    async ({ granted, reason }: { readonly granted: boolean; readonly reason?: string }, { seal }) => ({
      granted,
      ...(reason ? { reason: await seal('more-time.answer', reason) } : {}),
    }),
  ),
  ReportToReferrer: wording(
    async ({ reportedAt, result }: { readonly reportedAt?: string; readonly result: string }, { seal }) => ({
      reportedAt,
      result: await seal('report.result', result),
    }),
    'reportedAt',
  ),
  ReturnToSender: withReason('handover.return-reason'),
  RequestMoreTime: wording(
    async ({ days, reason }: { readonly days: number; readonly reason: string }, { seal }) => ({
      days,
      reason: await seal('more-time.reason', reason),
    }),
  ),
} satisfies Wordings<HandoverCommands>;
