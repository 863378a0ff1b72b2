import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { disposing } from '../case/disposal.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { procedureOfCase } from '../case/rulebooks.js';
import type { RegisteredComplaint } from '../case/state.js';

/** G54: where the rules know no action at once, the case is filed and notified as every other. */
export function immediateActionIsKnown(
  state: RegisteredComplaint,
  context: Context,
): ComplaintRefusal | null {
  const { rulebook, immediateAction } = procedureOfCase(state, context);
  return immediateAction.value ? null : no('immediate-action-not-in-rulebook', { rulebook });
}

/**
 * G54: clear facts and a wrong to be stopped at once: what was done is recorded, and the record takes the place of
 * filing form and notices. It may have been done before the acceptance was written down.
 */
export function recordImmediateAction(
  state: RegisteredComplaint,
  data: CommandOf<'RecordImmediateAction'>['data'],
  context: Context,
): ComplaintEvent[] | ComplaintRefusal {
  const actedAt = data.actedAt ?? context.now;
  const wrong = checkWhen('actedAt', actedAt, state.registration.receivedAt, context);
  if (wrong) return wrong;
  const { rulebook, immediateAction } = procedureOfCase(state, context);
  const { article } = immediateAction;
  const action = { ...data, actedAt, by: context.actor.id, rulebook, article };
  return disposing(state, { type: 'ImmediateActionRecorded', data: action }, actedAt);
}
