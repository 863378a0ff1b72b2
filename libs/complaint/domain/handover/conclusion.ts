import type { Instant, Sealed } from '#kernel';
import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, concluding, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { currentDocument, isDecided, type Complaint, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { cancelClocks } from '../clocks/ledger.js';
import type { CaseAt } from './origin.js';

/** What an office of this installation does about the case is noted from its own case, and not typed in here. */
export function receiverIsElsewhere(state: RegisteredComplaint): ComplaintRefusal | null {
  const office = isDecided(state) ? state.decision.receiverOffice : undefined;
  return office === undefined ? null : no('receiver-answers-itself', { office });
}

/** G12: a referral can be reported on once the lower office has it. */
export function referralIsServed(state: RegisteredComplaint): ComplaintRefusal | null {
  return currentDocument(state, 'D07')?.service === undefined ? no('referral-not-served') : null;
}

/** G13: the other department can answer once the letter of transfer has gone out. */
export function transferIsSent(state: RegisteredComplaint): ComplaintRefusal | null {
  return letterSentAt(state) === undefined ? no('transfer-not-sent') : null;
}

/** When the letter with the file went out, or was handed over (D07, D08). */
export function letterSentAt(state: RegisteredComplaint): Instant | undefined {
  const kind = isDecided(state) && state.decision.outcome === 'refer-down' ? 'D07' : 'D08';
  const letter = currentDocument(state, kind);
  return letter?.sentAt ?? letter?.service?.servedAt;
}

/** G12: the lower office's result, as it was told to us. */
export function recordReferralReport(
  state: RegisteredComplaint,
  data: CommandOf<'RecordReferralReport'>['data'],
  context: Context,
): Answer {
  const reportedAt = data.reportedAt ?? context.now;
  const servedAt = currentDocument(state, 'D07')?.service?.servedAt ?? reportedAt;
  const wrong = checkWhen('reportedAt', reportedAt, servedAt, context);
  return wrong ?? referralReported(state, { reportedAt, result: data.result });
}

/**
 * The supervised case ends with the report (A15). Who reports has evidently received the letter, but when, and that it was served
 * in a form that counts, nobody has recorded: the term of its service is not met by that. It falls away, and says why.
 */
export function referralReported(
  state: RegisteredComplaint,
  report: { readonly reportedAt: Instant; readonly result: Sealed; readonly from?: CaseAt },
): Answer {
  return unfold(
    state,
    stopping(['referral-reported'], report.reportedAt)(state),
    [{ type: 'ReferralReported', data: report }],
    serviceFallsAway(report.reportedAt),
    concluding(report.reportedAt),
  );
}

function serviceFallsAway(at: Instant) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    const unserved = state.clocks.filter(({ stop }) => stop.includes('document-served:D07'));
    return cancelClocks(unserved, 'reported-without-service', at);
  };
}

/** G13: the written result of the other department. */
export function recordTransferResult(
  state: RegisteredComplaint,
  data: CommandOf<'RecordTransferResult'>['data'],
  context: Context,
): Answer {
  const receivedAt = data.receivedAt ?? context.now;
  const wrong = checkWhen('receivedAt', receivedAt, letterSentAt(state) ?? receivedAt, context);
  return wrong ?? transferResulted(state, { receivedAt, result: data.result });
}

export function transferResulted(
  state: RegisteredComplaint,
  result: { readonly receivedAt: Instant; readonly result: Sealed; readonly from?: CaseAt },
): Answer {
  return unfold(state, [{ type: 'TransferResultReceived', data: result }], concluding(result.receivedAt));
}

/** G13: a result that does not come does not keep the case open for ever: the leader closes it, with the reason. */
export function closeTransfer(
  state: RegisteredComplaint,
  data: CommandOf<'CloseTransfer'>['data'],
  context: Context,
): Answer {
  const decidedAt = data.decidedAt ?? context.now;
  const letter = currentDocument(state, 'D08');
  const sentAt = letter?.sentAt ?? letter?.service?.servedAt ?? decidedAt;
  const wrong = checkWhen('decidedAt', decidedAt, sentAt, context);
  if (wrong) return wrong;
  return unfold(
    state,
    [{ type: 'TransferClosed', data: { by: context.actor.id, decidedAt, reason: data.reason } }],
    concluding(decidedAt),
  );
}
