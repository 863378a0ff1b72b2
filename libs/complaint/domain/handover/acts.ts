import { all, type Acts } from '../case/act.js';
import { isHandler } from '../filing/filing.js';
import type { HandoverCommands } from './commands.js';
import {
  closeTransfer,
  recordReferralReport,
  recordTransferResult,
  referralIsServed,
  transferIsSent,
} from './conclusion.js';

export const handoverActs: Acts<HandoverCommands> = {
  RecordReferralReport: {
    from: ['referred-down'],
    to: ['referral-concluded'],
    guard: all(isHandler, referralIsServed),
    decide: recordReferralReport,
  },
  CloseTransfer: {
    from: ['transferred-out'],
    to: ['transfer-concluded'],
    guard: transferIsSent,
    decide: closeTransfer,
  },
  RecordTransferResult: {
    from: ['transferred-out'],
    to: ['transfer-concluded'],
    guard: all(isHandler, transferIsSent),
    decide: recordTransferResult,
  },
};
