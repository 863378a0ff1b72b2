import { impossible, type Decider } from '#kernel';
import { decideAcceptance, deciderIsNotReviewer } from './acceptance.js';
import type { ComplaintCommand, ComplaintCommandType } from './commands.js';
import {
  recordReferralReport,
  recordTransferResult,
  referralIsServed,
  transferIsSent,
} from './conclusion.js';
import type { Context } from './context.js';
import { discloseContact } from './disclosure.js';
import { draftDocument, hasInHand, issueDocument } from './drafting.js';
import type { ComplaintEvent } from './events.js';
import { evolve } from './evolve.js';
import {
  approveFiling,
  assignHandlers,
  filingCanBeApproved,
  filingCanBeRequested,
  isHandler,
  requestFiling,
} from './filing.js';
import { no, type ComplaintRefusal, type ComplaintRefusalCode } from './refusals.js';
import { register } from './register.js';
import { recordReply, replyIsAwaited } from './reply.js';
import {
  beginReview,
  completeReview,
  receiveSupplement,
  requestSupplement,
  returnReview,
  reviewIsMine,
  supplementIsAwaited,
} from './review.js';
import { ringClock } from './ring.js';
import { recordService, sendDocument } from './service.js';
import type { Complaint, RegisteredComplaint } from './state.js';
import { TRANSITIONS } from './transitions.js';

type Guard = (state: RegisteredComplaint, context: Context) => ComplaintRefusal | null;

/** What must hold before a command's contents are looked at; the same guards answer "what can be done now". */
export const GUARDS: Readonly<Partial<Record<ComplaintCommandType, Guard>>> = {
  RequestSupplement: reviewIsMine,
  ReceiveSupplement: supplementIsAwaited,
  CompleteReview: reviewIsMine,
  ReturnReview: deciderIsNotReviewer,
  DecideAcceptance: deciderIsNotReviewer,
  RequestFiling: (state, context) => isHandler(state, context) ?? filingCanBeRequested(state),
  ApproveFiling: filingCanBeApproved,
  DraftDocument: hasInHand,
  SendDocument: hasInHand,
  RecordService: hasInHand,
  RecordReply: (state, context) => isHandler(state, context) ?? replyIsAwaited(state),
  RecordReferralReport: (state, context) => isHandler(state, context) ?? referralIsServed(state),
  RecordTransferResult: (state, context) => isHandler(state, context) ?? transferIsSent(state),
};

/** Whether the command may be given at all in this phase and by this person. */
export function guard(
  type: ComplaintCommandType,
  state: RegisteredComplaint,
  context: Context,
): ComplaintRefusal | null {
  const { from } = TRANSITIONS[type];
  if (!from.includes(state.phase)) {
    return no('action-not-in-this-phase', { action: type, phase: state.phase, possibleIn: [...from] });
  }
  return GUARDS[type]?.(state, context) ?? null;
}

function decide(
  command: ComplaintCommand,
  state: Complaint,
  context: Context,
): readonly ComplaintEvent[] | ComplaintRefusal {
  if (state.phase === 'unregistered') {
    if (command.type === 'RegisterComplaint') return register(state, command.data, context);
    return no('complaint-not-found');
  }
  if (command.type === 'RegisterComplaint') {
    return no('complaint-already-registered', { number: state.registration.number });
  }
  return guard(command.type, state, context) ?? carryOut(command, state, context);
}

function carryOut(
  command: Exclude<ComplaintCommand, { readonly type: 'RegisterComplaint' }>,
  state: RegisteredComplaint,
  context: Context,
): readonly ComplaintEvent[] | ComplaintRefusal {
  switch (command.type) {
    case 'BeginReview':
      return beginReview(state, context);
    case 'RequestSupplement':
      return requestSupplement(state, command.data, context);
    case 'ReceiveSupplement':
      return receiveSupplement(state, command.data, context);
    case 'CompleteReview':
      return completeReview(state, command.data, context);
    case 'ReturnReview':
      return returnReview(state, command.data, context);
    case 'DecideAcceptance':
      return decideAcceptance(state, command.data, context);
    case 'AssignHandlers':
      return assignHandlers(state, command.data, context);
    case 'RequestFiling':
      return requestFiling(state, command.data, context);
    case 'ApproveFiling':
      return approveFiling(state, context);
    case 'DraftDocument':
      return draftDocument(state, command.data, context);
    case 'IssueDocument':
      return issueDocument(state, command.data, context);
    case 'SendDocument':
      return sendDocument(state, command.data, context);
    case 'RecordService':
      return recordService(state, command.data, context);
    case 'RecordReply':
      return recordReply(state, command.data, context);
    case 'RecordReferralReport':
      return recordReferralReport(state, command.data, context);
    case 'RecordTransferResult':
      return recordTransferResult(state, command.data, context);
    case 'DiscloseContact':
      return discloseContact(state, command.data, context);
    case 'RingClock':
      return ringClock(state, command.data, context);
    default:
      return impossible(command);
  }
}

/** The rules of a complaint (投诉), from registration to served notices and the reply. */
export const complaintDecider: Decider<
  ComplaintCommand,
  ComplaintEvent,
  Complaint,
  Context,
  ComplaintRefusalCode
> = { initial: { phase: 'unregistered' }, decide, evolve };
