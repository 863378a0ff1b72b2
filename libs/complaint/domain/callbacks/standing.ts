import type { Thing } from '../case/act.js';
import type { Context } from '../case/context.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import { recusedOf } from '../people/recusal.js';
import type { Callback } from './facts.js';

/** It still has to be made. */
export function isOpen({ completed, cancelled }: Callback): boolean {
  return completed === undefined && cancelled === undefined;
}

/** The rulebook requires it, and sets its term; somebody who requires a call says what it is to be about. */
export function isOfRule({ origin, matter }: Callback): boolean {
  return origin === 'required' && matter === undefined;
}

/** Who has a call of this case to make: he may read what he has to talk about. */
export function callersOf(state: RegisteredComplaint): readonly string[] {
  return (state.callbacks ?? []).filter(isOpen).flatMap(({ assignee }) => assignee ?? []);
}

export function openCallback(state: RegisteredComplaint, callbackId: string): Callback | ComplaintRefusal {
  const callback = state.callbacks?.find((one) => one.callbackId === callbackId);
  if (!callback) return no('callback-not-found');
  if (isOpen(callback)) return callback;
  return no('callback-not-open', { end: callback.completed ? 'completed' : (callback.cancelled?.end ?? '') });
}

/** H01: whose call it is makes it; H10: a follow-up is made by somebody other than a handler. */
export function callerMay(
  state: RegisteredComplaint,
  callback: Callback,
  { actor }: Context,
): ComplaintRefusal | null {
  const { assignee } = callback;
  const others = assignee !== undefined && assignee !== actor.id && !recusedOf(state).includes(assignee);
  if (others) return no('callback-of-another', { assignee });
  return followUpIsByAnother(state, callback, actor.id);
}

/** H10: who handled the case does not ask how satisfied people are with it. */
export function followUpIsByAnother(
  state: RegisteredComplaint,
  { kind }: Callback,
  person: string,
): ComplaintRefusal | null {
  const handlers = isDecided(state) ? state.handlers : [];
  return kind === 'follow-up' && handlers.includes(person)
    ? no('follow-up-by-handler', { handlers: [...handlers] })
    : null;
}

/** What an act can be about: each open call, with what stands against it. */
export function eachOpen(
  stands: (state: RegisteredComplaint, callback: Callback, context: Context) => ComplaintRefusal | null,
) {
  return (state: RegisteredComplaint, context: Context): Thing[] =>
    (state.callbacks ?? []).filter(isOpen).map((callback) => ({
      parameters: { callbackId: callback.callbackId },
      refusal: stands(state, callback, context),
    }));
}
