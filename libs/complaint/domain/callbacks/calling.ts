import type { Answer } from '../case/act.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { cancelClocks } from '../clocks/ledger.js';
import { recusedOf } from '../people/recusal.js';
import type { CallbacksCommands } from './commands.js';
import type { Callback, CallbackKind } from './facts.js';
import { reopeningOffer } from './following-up.js';
import { callerMay, followUpIsByAnother, openCallback } from './standing.js';

/** So many calls must have failed before somebody counts as not to be reached [design]. */
const ATTEMPTS_NEEDED = 3;

/** H01: a named person has the call; of a follow-up, one who did not handle the case (H10). */
export function assignCallback(
  state: RegisteredComplaint,
  data: CallbacksCommands['AssignCallback'],
  { actor, now }: Context,
): Answer {
  const callback = openCallback(state, data.callbackId);
  if ('refused' in callback) return callback;
  if (callback.assignee === data.assignee) return [];
  if (recusedOf(state).includes(data.assignee)) {
    return no('recused-cannot-call', { recused: [data.assignee] });
  }
  return (
    followUpIsByAnother(state, callback, data.assignee) ?? [
      { type: 'CallbackAssigned', data: { ...data, by: actor.id, at: now } },
    ]
  );
}

/** A call that reached nobody. It meets no term: what is owed is the call, not the dialling. */
export function recordCallAttempt(
  state: RegisteredComplaint,
  { attemptedAt: at, ...data }: CallbacksCommands['RecordCallAttempt'],
  context: Context,
): Answer {
  const callback = openCallback(state, data.callbackId);
  if ('refused' in callback) return callback;
  const by = context.actor.id;
  const attemptedAt = at ?? context.now;
  if (callback.attempts.some((one) => one.by === by && one.attemptedAt === attemptedAt)) return [];
  return (
    callerMay(state, callback, context) ??
    checkWhen('attemptedAt', attemptedAt, callback.setAt, context) ?? [
      { type: 'CallAttempted', data: { ...data, by, attemptedAt } },
    ]
  );
}

/** What has to be asked before a call counts as made, by its kind (H10, H15). */
const ASKED: Readonly<Record<CallbackKind, readonly ('satisfaction' | 'acceptable' | 'anythingElse')[]>> = {
  progress: [],
  agreed: [],
  result: ['acceptable', 'anythingElse'],
  'follow-up': ['satisfaction', 'acceptable', 'anythingElse'],
};

/**
 * The call was made and recorded (H19). A result or a follow-up is closed only after asking "is this acceptable,
 * anything else?" (H15), a follow-up with the satisfaction (H10); dissatisfaction with a closed case offers its
 * reopening (H16).
 */
export function completeCallback(
  state: RegisteredComplaint,
  { completedAt: at, ...data }: CallbacksCommands['CompleteCallback'],
  context: Context,
): Answer {
  const callback = openCallback(state, data.callbackId);
  if ('refused' in callback) return callback;
  const missing = ASKED[callback.kind].filter((field) => data[field] === undefined);
  const completedAt = at ?? context.now;
  const refusal =
    callerMay(state, callback, context) ??
    (missing.length > 0 ? no('callback-record-incomplete', { missing, kind: callback.kind }) : null) ??
    checkWhen('completedAt', completedAt, callback.setAt, context);
  if (refusal) return refusal;
  return unfold(
    state,
    stopping(['callback-made', 'followed-up', 'result-told'], completedAt, { about: data.callbackId })(state),
    [{ type: 'CallbackCompleted', data: { ...data, by: context.actor.id, completedAt } }],
    reopeningOffer(data, context.now),
  );
}

/** Given up by somebody else than who called, and only after it was tried often enough. */
export function callbackCanBeCancelled(
  _state: RegisteredComplaint,
  { attempts }: Callback,
  { actor }: Context,
): ComplaintRefusal | null {
  if (attempts.length < ATTEMPTS_NEEDED) {
    return no('callback-not-tried-enough', { attempts: attempts.length, needed: ATTEMPTS_NEEDED });
  }
  return attempts.some(({ by }) => by === actor.id) ? no('callback-cancelled-by-caller') : null;
}

/** The complainant cannot be reached: no more calls. */
export function cancelCallback(
  state: RegisteredComplaint,
  { callbackId, reason }: CallbacksCommands['CancelCallback'],
  context: Context,
): Answer {
  const callback = openCallback(state, callbackId);
  if ('refused' in callback) return callback;
  const { actor, now } = context;
  return (
    callbackCanBeCancelled(state, callback, context) ??
    endedWithout(state, callbackId, 'not-reached', context, [
      { type: 'CallbackCancelled', data: { callbackId, by: actor.id, at: now, end: 'not-reached', reason } },
    ])
  );
}

function endedWithout(
  state: RegisteredComplaint,
  callbackId: string,
  reason: string,
  { now }: Context,
  events: readonly ComplaintEvent[],
): ComplaintEvent[] {
  const clocks = state.clocks.filter(({ about }) => about === callbackId);
  return [...cancelClocks(clocks, reason, now), ...events];
}
