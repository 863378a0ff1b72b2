import { all, type Acts } from '../case/act.js';
import { ENDED, OPEN_CASE, SUPERVISED, UNDECIDED } from '../case/phases.js';
import { PHASES, type Phase } from '../case/state.js';
import { noteEvidence } from '../evidence/attaching.js';
import { isHandler } from '../filing/filing.js';
import { deciderIsNotReviewer } from '../intake/acceptance.js';
import { noteAgent } from '../people/agents.js';
import type { HandoverCommands, NoteCommands } from './commands.js';
import {
  closeTransfer,
  receiverIsElsewhere,
  recordReferralReport,
  recordTransferResult,
  referralIsServed,
  transferIsSent,
} from './conclusion.js';
import { answerMoreTime, moreTimeCanBeAsked, moreTimeIsAsked, requestMoreTime } from './more-time.js';
import * as notes from './notes.js';
import { canBeReturned, reportIsAwaited, reportToReferrer, returnToSender } from './receiving.js';
import {
  letterIsOut,
  receiptIsOpen,
  recordHandoverReturn,
  recordTransferReceipt,
  returnReferralReport,
} from './sending.js';

/** A result can be told once there is a decision that leads to one, and when the case has been put away, too. */
const REPORTABLE = [
  ...OPEN_CASE,
  'transferred-out',
  ...ENDED.filter((phase) => phase !== 'handed-over'),
  'archived',
] as const;

export const handoverActs: Acts<HandoverCommands> = {
  RecordReferralReport: {
    from: ['referred-down'],
    to: ['referral-concluded'],
    guard: all(isHandler, receiverIsElsewhere, referralIsServed),
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
    guard: all(isHandler, receiverIsElsewhere, transferIsSent),
    decide: recordTransferResult,
  },
  RecordTransferReceipt: {
    from: ['transferred-out'],
    to: ['same'],
    guard: all(isHandler, receiverIsElsewhere, transferIsSent, receiptIsOpen),
    decide: recordTransferReceipt,
  },
  RecordHandoverReturn: {
    from: ['transferred-out', 'referred-down'],
    to: ['under-review'],
    guard: all(isHandler, receiverIsElsewhere, letterIsOut),
    decide: recordHandoverReturn,
  },
  ReturnReferralReport: {
    from: ['referral-concluded'],
    to: ['referred-down'],
    decide: returnReferralReport,
  },
  AnswerMoreTime: {
    from: ['referred-down'],
    to: ['same'],
    guard: moreTimeIsAsked,
    decide: answerMoreTime,
  },
  ReportToReferrer: {
    from: REPORTABLE,
    to: ['same'],
    guard: all(isHandler, reportIsAwaited),
    decide: reportToReferrer,
  },
  ReturnToSender: {
    from: [...UNDECIDED, 'awaiting-approval'],
    to: ['handed-over'],
    guard: all(canBeReturned, deciderIsNotReviewer),
    decide: returnToSender,
  },
  RequestMoreTime: {
    from: OPEN_CASE,
    to: ['same'],
    guard: all(isHandler, moreTimeCanBeAsked),
    decide: requestMoreTime,
  },
};

/** From these phases the case goes on elsewhere. */
function goingOn(...phases: readonly Phase[]): Partial<Record<Phase, readonly ['handed-over']>> {
  return Object.fromEntries(phases.map((phase) => [phase, ['handed-over']]));
}

/** What another office's case tells this one. Whatever no longer fits changes nothing. */
export const noteActs: Acts<NoteCommands> = {
  NoteReceivingCase: { by: 'system', from: PHASES, to: ['same'], decide: notes.noteReceivingCase },
  NoteReport: {
    by: 'system',
    from: PHASES,
    to: { 'transferred-out': ['transfer-concluded'], 'referred-down': ['referral-concluded'] },
    decide: notes.noteReport,
  },
  NoteReturn: {
    by: 'system',
    from: PHASES,
    to: { 'transferred-out': ['under-review', 'awaiting-designation'], 'referred-down': ['under-review'] },
    decide: notes.noteReturn,
  },
  NoteRecall: {
    by: 'system',
    from: PHASES,
    to: {
      'transferred-out': ['under-review', 'handed-over'],
      'referred-down': ['under-review', 'handed-over'],
    },
    decide: notes.noteRecall,
  },
  NoteMoreTimeRequest: { by: 'system', from: PHASES, to: ['same'], decide: notes.noteMoreTimeRequest },
  NoteReportReturned: {
    by: 'system',
    from: PHASES,
    to: {
      'rejection-served': ['under-review'],
      'transfer-concluded': ['under-review'],
      'referral-concluded': ['under-review'],
    },
    decide: notes.noteReportReturned,
  },
  NoteMoreTimeAnswer: { by: 'system', from: PHASES, to: ['same'], decide: notes.noteMoreTimeAnswer },
  NoteWithdrawal: {
    by: 'system',
    from: PHASES,
    to: goingOn(...SUPERVISED, 'transferred-out'),
    decide: notes.noteWithdrawal,
  },
  NoteEvidence: { by: 'system', from: PHASES, to: ['same'], decide: noteEvidence },
  NoteAgent: { by: 'system', from: PHASES, to: ['same'], decide: noteAgent },
};
