import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { recusedOf } from '../people/recusal.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';

type Answer = ComplaintEvent[] | ComplaintRefusal;

/** G10: the file goes to named people of the handling section. */
export function assignHandlers(
  state: RegisteredComplaint,
  data: CommandOf<'AssignHandlers'>['data'],
  context: Context,
): Answer {
  const handlers = [...new Set(data.handlers)].toSorted();
  if (handlers.length === 0) return no('handlers-missing');
  const recused = handlers.filter((one) => recusedOf(state).includes(one));
  if (recused.length > 0) return no('recused-cannot-handle', { recused });
  if (isDecided(state) && state.handlers.join() === handlers.join()) return [];
  return [{ type: 'HandlersAssigned', data: { handlers, by: context.actor.id, at: context.now } }];
}

/** A case that ended before the decision never gets a handler. */
export function handlersAreNeeded(state: RegisteredComplaint): ComplaintRefusal | null {
  return isDecided(state) ? null : no('handlers-not-needed', { phase: state.phase });
}

/** G10: only who has the file works on it. */
export function isHandler(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  if (!isDecided(state)) return null;
  if (state.handlers.length === 0) return no('handlers-missing');
  return state.handlers.includes(context.actor.id)
    ? null
    : no('not-a-handler', { handlers: [...state.handlers] });
}

/** G14: the handler's filing report (立案审批报告). */
export function requestFiling(
  _state: RegisteredComplaint,
  data: CommandOf<'RequestFiling'>['data'],
  context: Context,
): Answer {
  return [
    { type: 'CaseFilingRequested', data: { by: context.actor.id, at: context.now, report: data.report } },
  ];
}

/** G14: one report a case. */
export function filingCanBeRequested(state: RegisteredComplaint): ComplaintRefusal | null {
  return isDecided(state) && state.filing ? no('filing-already-requested') : null;
}

/** G14: a filing needs a report, and another person's approval. */
export function filingCanBeApproved(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  if (!isDecided(state)) return null;
  if (state.filing === undefined) return no('filing-not-requested');
  return state.filing.requestedBy === context.actor.id
    ? no('filing-approver-is-author', { author: context.actor.id })
    : null;
}

/** G14, A03: the filing starts no clock anew. */
export function approveFiling(
  _state: RegisteredComplaint,
  _data: CommandOf<'ApproveFiling'>['data'],
  context: Context,
): Answer {
  return [{ type: 'CaseFiled', data: { approvedBy: context.actor.id, at: context.now } }];
}
