import type { Answer } from '../case/act.js';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { isHandler } from '../filing/filing.js';
import type { OfRespondentCommands, RespondentCommands } from './commands.js';
import { servedOperator, sideOf } from './side.js';

/** Only people of the operator complained of, and only once it has been served. */
export function isRespondent(state: RegisteredComplaint, { actor }: Context): ComplaintRefusal | null {
  const served = servedOperator(state);
  return served !== undefined && served === actor.operator ? null : no('not-the-respondent');
}

/** G10, B08: what the respondent says is recorded by the handler, or given by the operator itself. */
export function speaksForRespondent(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  return context.actor.operator === undefined ? isHandler(state, context) : isRespondent(state, context);
}

/**
 * When the respondent's paper came in: the office says when it received it; what an operator gives over the interface
 * comes in at that moment, so that nobody dates an own answer back.
 */
export function receivedAtOf(given: string | undefined, { actor, now }: Context): string {
  return actor.operator === undefined ? (given ?? now) : now;
}

/** The handler says which operator the respondent is, or that it is another than was thought. */
export function identifyRespondent(
  state: RegisteredComplaint,
  { operator }: RespondentCommands['IdentifyRespondent'],
  context: Context,
): Answer {
  if (!context.isOperator(operator)) return no('operator-not-known', { operator });
  if (sideOf(state)?.operator === operator) return [];
  return [{ type: 'RespondentIdentified', data: { operator, by: context.actor.id, at: context.now } }];
}

/** B05: the operator names who is responsible for the case that was sent to it. */
export function assignRespondent(
  state: RegisteredComplaint,
  { responsible }: OfRespondentCommands['AssignRespondent'],
  { actor, now }: Context,
): Answer {
  if (sideOf(state)?.responsible === responsible) return [];
  return [{ type: 'RespondentAssigned', data: { responsible, by: actor.id, at: now } }];
}

/** B10: the operator investigates the case too, by at least two people, and records it. */
export function recordRespondentInvestigation(
  state: RegisteredComplaint,
  { heldAt, ...record }: OfRespondentCommands['RecordRespondentInvestigation'],
  context: Context,
): Answer {
  const known = sideOf(state)?.investigations ?? [];
  if (known.some(({ recordId }) => recordId === record.recordId)) return [];
  const at = heldAt ?? context.now;
  // It may have begun to look into it before the notice reached it, but not before the complaint was there.
  const wrong = checkWhen('heldAt', at, state.registration.receivedAt, context);
  if (wrong) return wrong;
  const investigators = [...new Set(record.investigators)];
  if (investigators.length < 2) return no('respondent-investigators-too-few', { investigators, atLeast: 2 });
  return [{ type: 'RespondentInvestigationRecorded', data: { ...record, heldAt: at, by: context.actor.id } }];
}
