import type { Answer } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, starting } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { currentDocument, isDecided, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { Service } from '../documents/documents.js';
import { serving } from '../documents/serving.js';
import { letterSentAt } from './conclusion.js';
import type { TransferReceipt } from './facts.js';
import { endingDecision, reviewAgain } from './rounds.js';

/** G13: one slip for a letter. */
export function receiptIsOpen(state: RegisteredComplaint): ComplaintRefusal | null {
  const known = state.handover?.receipt;
  return known === undefined ? null : no('receipt-already-recorded', { number: known.number });
}

/** G13: the other department's slip that it has the file (回执): the proof that its letter was served. */
export function recordTransferReceipt(
  state: RegisteredComplaint,
  data: CommandOf<'RecordTransferReceipt'>['data'],
  context: Context,
): Answer {
  const receivedAt = data.receivedAt ?? context.now;
  const wrong = checkWhen('receivedAt', receivedAt, letterSentAt(state) ?? receivedAt, context);
  if (wrong) return wrong;
  const receipt = { ...data, receivedAt };
  return unfold(
    state,
    [{ type: 'TransferReceiptReceived', data: receipt }],
    servedBySlip(state, receipt, context),
  );
}

/** The slip serves the letter, unless the record of its service (送达回证) came first. */
function servedBySlip(
  state: RegisteredComplaint,
  receipt: TransferReceipt,
  context: Context,
): ComplaintEvent[] {
  const letter = currentDocument(state, 'D08');
  if (letter?.sentBy === undefined || letter.service) return [];
  const { receivedAt: servedAt, receivedBy: recipient, number } = receipt;
  const service: Service = {
    // What was signed for was not left behind.
    method: letter.sentBy === 'left' ? 'direct' : letter.sentBy,
    servedAt,
    recipient,
    relation: 'receiving-staff',
    server: context.actor.id,
    receipt: number,
  };
  return serving(state, letter, service, context);
}

/** The letter must have gone out before anything can come back. */
export function letterIsOut(state: RegisteredComplaint): ComplaintRefusal | null {
  if (letterSentAt(state) !== undefined) return null;
  const referred = isDecided(state) && state.decision.outcome === 'refer-down';
  return no(referred ? 'referral-not-served' : 'transfer-not-sent');
}

/** A04, G50: whoever got it gives it back with a written reason; it is reviewed again, with its history. */
export function recordHandoverReturn(
  state: RegisteredComplaint,
  data: CommandOf<'RecordHandoverReturn'>['data'],
  context: Context,
): Answer {
  const returnedAt = data.returnedAt ?? context.now;
  const wrong = checkWhen('returnedAt', returnedAt, letterSentAt(state) ?? returnedAt, context);
  if (wrong) return wrong;
  return unfold(
    state,
    [{ type: 'HandoverReturned', data: { returnedAt, reason: data.reason } }],
    endingDecision(returnedAt, 'returned'),
    reviewAgain(returnedAt, context),
  );
}

/** G12: a report that is not enough goes back with the reason; the lower office gets the term once more. */
export function returnReferralReport(
  state: RegisteredComplaint,
  data: CommandOf<'ReturnReferralReport'>['data'],
  context: Context,
): Answer {
  const { now, actor } = context;
  return unfold(
    state,
    [{ type: 'ReferralReportReturned', data: { by: actor.id, at: now, reason: data.reason } }],
    starting('case-sent-down', now, context),
  );
}
