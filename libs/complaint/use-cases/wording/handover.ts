import type { HandoverCommands } from '../../domain/index.js';
import { wording, type Wordings } from './wording.js';

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
} satisfies Wordings<HandoverCommands>;
