import type { CommandOf } from './commands.js';
import type { Context } from './context.js';
import type { DirectComplaintEvent } from './events.js';
import { no, type DirectComplaintRefusal } from './refusals.js';
import type { ReceivedComplaint } from './state.js';

type Answer = readonly DirectComplaintEvent[] | DirectComplaintRefusal;

/** B04: the complainant is told whether it is accepted, or what is missing; to decline needs a written reason. */
export function notifyAcceptance(
  state: ReceivedComplaint,
  { answer, missing, reason, contact, notifiedAt }: CommandOf<'NotifyAcceptance'>['data'],
  { now, actor }: Context,
): Answer {
  const asked = answer === 'items-missing' ? [...new Set(missing)].toSorted() : [];
  if (answer === 'items-missing' && asked.length === 0) return no('nothing-named-as-missing');
  if (answer === 'declined' && !reason) return no('decline-needs-reason');
  const at = notifiedAt ?? now;
  const last = state.notices.at(-1);
  const isSame = last?.answer === answer && last.notifiedAt === at && last.missing.join() === asked.join();
  if (isSame) return [];
  return [
    {
      type: 'OperatorAcceptanceNotified',
      data: { answer, missing: asked, ...(reason ? { reason } : {}), contact, notifiedAt: at, by: actor.id },
    },
  ];
}

/** B04: a letter is answered before anybody takes it in hand. */
export function letterIsAnswered(state: ReceivedComplaint): DirectComplaintRefusal | null {
  const waits = state.registration.way === 'letter' && state.phase === 'received';
  return waits ? no('letter-not-answered') : null;
}

/** B05: one named person is responsible; naming another replaces the first. */
export function assignCase(
  state: ReceivedComplaint,
  { responsible }: CommandOf<'AssignCase'>['data'],
  { now, actor }: Context,
): Answer {
  if (state.responsible === responsible) return [];
  return [{ type: 'OperatorCaseAssigned', data: { responsible, by: actor.id, at: now } }];
}

/** B05: who is responsible does the work, or is replaced first. */
export function isResponsible(state: ReceivedComplaint, { actor }: Context): DirectComplaintRefusal | null {
  const { responsible } = state;
  if (responsible === undefined || responsible === actor.id) return null;
  return no('not-responsible', { responsible });
}

/** H17: nobody works on a complaint about himself. */
export function isNotConcerned(state: ReceivedComplaint, { actor }: Context): DirectComplaintRefusal | null {
  return state.registration.concerned.staff.includes(actor.id) ? no('complaint-is-about-you') : null;
}

/** B10: an investigation, each in a record of its own. */
export function recordInvestigation(
  state: ReceivedComplaint,
  data: CommandOf<'RecordInvestigation'>['data'],
  { now, actor }: Context,
): Answer {
  if (state.investigations.some(({ recordId }) => recordId === data.recordId)) return [];
  return [
    {
      type: 'OperatorInvestigationRecorded',
      data: { ...data, heldAt: data.heldAt ?? now, by: actor.id },
    },
  ];
}

/** A24: headquarters mediates with the branch. It moves nothing and binds nobody; the outcome is recorded apart (B11). */
export function mediateInternally(
  state: ReceivedComplaint,
  data: CommandOf<'MediateInternally'>['data'],
  { now, actor }: Context,
): Answer {
  if (state.mediations.some(({ recordId }) => recordId === data.recordId)) return [];
  return [
    { type: 'OperatorMediatedInternally', data: { ...data, heldAt: data.heldAt ?? now, by: actor.id } },
  ];
}
