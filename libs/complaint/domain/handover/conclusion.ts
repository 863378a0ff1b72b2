import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, concluding, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { currentDocument, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';

type Answer = ComplaintEvent[] | ComplaintRefusal;

/** G12: a referral can be reported on once the lower office has it. */
export function referralIsServed(state: RegisteredComplaint): ComplaintRefusal | null {
  return currentDocument(state, 'D07')?.service === undefined ? no('referral-not-served') : null;
}

/** G12: the lower office's result; the supervised case ends with it (A15). */
export function recordReferralReport(
  state: RegisteredComplaint,
  data: CommandOf<'RecordReferralReport'>['data'],
  context: Context,
): Answer {
  const reportedAt = data.reportedAt ?? context.now;
  const servedAt = currentDocument(state, 'D07')?.service?.servedAt ?? reportedAt;
  const wrong = checkWhen('reportedAt', reportedAt, servedAt, context);
  if (wrong) return wrong;
  return unfold(
    state,
    stopping(['referral-reported'], reportedAt)(state),
    [{ type: 'ReferralReported', data: { reportedAt, result: data.result } }],
    concluding(reportedAt),
  );
}

/** G13: the other department can answer once the letter of transfer has gone out. */
export function transferIsSent(state: RegisteredComplaint): ComplaintRefusal | null {
  const letter = currentDocument(state, 'D08');
  return letter?.sentAt === undefined && letter?.service === undefined ? no('transfer-not-sent') : null;
}

/** G13: the written result of the other department. */
export function recordTransferResult(
  state: RegisteredComplaint,
  data: CommandOf<'RecordTransferResult'>['data'],
  context: Context,
): Answer {
  const receivedAt = data.receivedAt ?? context.now;
  const letter = currentDocument(state, 'D08');
  const sentAt = letter?.sentAt ?? letter?.service?.servedAt ?? receivedAt;
  const wrong = checkWhen('receivedAt', receivedAt, sentAt, context);
  if (wrong) return wrong;
  return unfold(
    state,
    [{ type: 'TransferResultReceived', data: { receivedAt, result: data.result } }],
    concluding(receivedAt),
  );
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
