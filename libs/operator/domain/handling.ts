import type { Answer } from './act.js';
import type { DirectComplaintCommands } from './commands.js';
import { noneConcerned } from './concerned.js';
import type { Context } from './context.js';
import { no, type DirectComplaintRefusal } from './refusals.js';
import type { ReceivedComplaint } from './state.js';

/** B04: the complainant is told whether it is accepted, or what is missing; to decline needs a written reason. */
export function notifyAcceptance(
  state: ReceivedComplaint,
  { answer, missing, reason, contact, notifiedAt }: DirectComplaintCommands['NotifyAcceptance'],
  { now, actor }: Context,
): Answer {
  const asked = answer === 'items-missing' ? [...new Set(missing)].toSorted() : [];
  if (answer === 'items-missing' && asked.length === 0) return no('nothing-named-as-missing');
  if (answer === 'declined' && !reason) return no('decline-needs-reason');
  const at = notifiedAt ?? now;
  const last = state.notices.at(-1);
  const isSame = last?.answer === answer && last.notifiedAt === at && last.missing.join() === asked.join();
  if (isSame) return [];
  const data = { answer, missing: asked, ...(reason ? { reason } : {}), contact, notifiedAt: at };
  return [{ type: 'OperatorAcceptanceNotified', data: { ...data, by: actor.id } }];
}

/** B04: what the complainant supplies of it. */
export function receiveSupplement(
  _state: ReceivedComplaint,
  { items, note, receivedAt }: DirectComplaintCommands['ReceiveSupplement'],
  { now }: Context,
): Answer {
  return [{ type: 'OperatorSupplementReceived', data: { items, note, receivedAt: receivedAt ?? now } }];
}

/** B04: a letter is answered before anybody takes it in hand. */
export function letterIsAnswered(state: ReceivedComplaint): DirectComplaintRefusal | null {
  const waits = state.registration.way === 'letter' && state.phase === 'received';
  return waits ? no('letter-not-answered') : null;
}

/** B05: one named person is responsible; naming another replaces the first. */
export function assignCase(
  state: ReceivedComplaint,
  { responsible }: DirectComplaintCommands['AssignCase'],
  { now, actor }: Context,
): Answer {
  if (state.responsible === responsible) return [];
  const refusal = noneConcerned(state, [responsible]);
  if (refusal) return refusal;
  return [{ type: 'OperatorCaseAssigned', data: { responsible, by: actor.id, at: now } }];
}

/** B05: who is responsible does the work, or is replaced first. */
export function isResponsible(state: ReceivedComplaint, { actor }: Context): DirectComplaintRefusal | null {
  const { responsible } = state;
  if (responsible === undefined || responsible === actor.id) return null;
  return no('not-responsible', { responsible });
}

/** B10: an investigation, each in a record of its own. */
export function recordInvestigation(
  state: ReceivedComplaint,
  { heldAt, ...record }: DirectComplaintCommands['RecordInvestigation'],
  { now, actor }: Context,
): Answer {
  if (state.investigations.some(({ recordId }) => recordId === record.recordId)) return [];
  const data = { ...record, heldAt: heldAt ?? now, by: actor.id };
  return noneConcerned(state, data.investigators) ?? [{ type: 'OperatorInvestigationRecorded', data }];
}

/** A24: headquarters mediates with the branch. It moves nothing and binds nobody; the outcome is recorded apart (B11). */
export function mediateInternally(
  state: ReceivedComplaint,
  { heldAt, ...record }: DirectComplaintCommands['MediateInternally'],
  { now, actor }: Context,
): Answer {
  if (state.mediations.some(({ recordId }) => recordId === record.recordId)) return [];
  const data = { ...record, heldAt: heldAt ?? now, by: actor.id };
  return noneConcerned(state, [data.mediator]) ?? [{ type: 'OperatorMediatedInternally', data }];
}

/** B11: the outcome, always in writing. */
export function recordOutcome(
  _state: ReceivedComplaint,
  { decidedAt, ...outcome }: DirectComplaintCommands['RecordOutcome'],
  { now, actor }: Context,
): Answer {
  const data = { ...outcome, decidedAt: decidedAt ?? now, by: actor.id };
  return [{ type: 'OperatorOutcomeRecorded', data }];
}
