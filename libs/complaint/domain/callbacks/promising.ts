import { addMilliseconds, type Instant } from '#kernel';
import type { Answer } from '../case/act.js';
import type { Context } from '../case/context.js';
import { checkWhen, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { Phase, RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { recusedOf } from '../people/recusal.js';
import type { CallbacksCommands } from './commands.js';
import type { Callback } from './facts.js';
import { promiseClock } from './promise-clock.js';
import { callerMay, isOfRule, openCallback } from './standing.js';

/** Nobody is called back in more than a year: a slip of the pen is likelier. */
const LONGEST_MS = 366 * 86_400_000;

/** In these the facts, and so the outcome, are not known yet. */
const BEFORE_FACTS: readonly Phase[] = [
  'registered',
  'under-review',
  'awaiting-supplement',
  'awaiting-approval',
  'accepted',
  'filed',
  'awaiting-reply',
  'under-investigation',
];

/** H05: somebody promises a call; it is his own unless he names another (H01). */
export function promiseCallback(
  state: RegisteredComplaint,
  { promisedAt: at, ...data }: CallbacksCommands['PromiseCallback'],
  context: Context,
): Answer {
  if (isKnown(state, data.callbackId)) return [];
  const promisedAt = at ?? context.now;
  const refusal =
    checkWhen('promisedAt', promisedAt, state.registration.receivedAt, context) ??
    checkPlan(state, data, promisedAt);
  if (refusal) return refusal;
  const clock = clockOf(state, data, promisedAt, context);
  const assignee = data.assignee ?? context.actor.id;
  const by = context.actor.id;
  return [
    clock,
    { type: 'CallbackPromised', data: { ...data, assignee, by, promisedAt, clock: clock.data.clock } },
  ];
}

/** H07: the office requires a call while a case waits, or when there is something to tell. */
export function requireCallback(
  state: RegisteredComplaint,
  data: CallbacksCommands['RequireCallback'],
  context: Context,
): Answer {
  if (isKnown(state, data.callbackId)) return [];
  const { actor, now } = context;
  const refusal = checkPlan(state, data, now);
  if (refusal) return refusal;
  const clock = clockOf(state, data, now, context);
  return [
    clock,
    {
      type: 'CallbackRequired',
      data: { ...data, by: actor.id, requiredAt: now, clock: clock.data.clock },
    },
  ];
}

/** H23: a promise has a next deadline that can be announced; the term of a call that a rulebook requires is its own. */
export function nextDeadlineCanBeAnnounced(
  state: RegisteredComplaint,
  callback: Callback,
  context: Context,
): ComplaintRefusal | null {
  if (isOfRule(callback)) return no('follow-up-term-stands', { kind: callback.kind });
  return callerMay(state, callback, context);
}

/**
 * H23: who cannot finish tells the present state and announces the next deadline, which lies after the present one.
 * Before the present one lapses the promise is kept; after it the breach stands, and the new deadline runs all the same.
 */
export function announceNextDeadline(
  state: RegisteredComplaint,
  { announcedAt: at, ...data }: CallbacksCommands['AnnounceNextDeadline'],
  context: Context,
): Answer {
  const callback = openCallback(state, data.callbackId);
  if ('refused' in callback) return callback;
  const last = callback.announcements.at(-1);
  if (last?.dueAt === data.dueAt && last.by === context.actor.id) return [];
  const announcedAt = at ?? context.now;
  const refusal =
    nextDeadlineCanBeAnnounced(state, callback, context) ??
    checkWhen('announcedAt', announcedAt, last?.announcedAt ?? callback.setAt, context) ??
    checkDue(data.dueAt, announcedAt, presentDueAt(state, callback));
  if (refusal) return refusal;
  const clock = clockOf(state, data, announcedAt, context);
  return unfold(
    state,
    stopping(['next-deadline-announced'], announcedAt, { about: data.callbackId })(state),
    [
      clock,
      {
        type: 'NextDeadlineAnnounced',
        data: { ...data, by: context.actor.id, announcedAt, clock: clock.data.clock },
      },
    ],
  );
}

/** By when the call is due as it stands. */
function presentDueAt({ clocks }: RegisteredComplaint, { clock: name, setAt }: Callback): Instant {
  return clocks.find(({ clock }) => clock === name)?.dueAt ?? setAt;
}

export function isKnown({ callbacks = [] }: RegisteredComplaint, callbackId: string): boolean {
  return callbacks.some((one) => one.callbackId === callbackId);
}

function checkPlan(
  state: RegisteredComplaint,
  { kind, dueAt, subject, assignee }: CallbacksCommands['RequireCallback'],
  from: Instant,
): ComplaintRefusal | null {
  if (kind === 'result' && BEFORE_FACTS.includes(state.phase)) {
    return no('result-promised-before-facts', { phase: state.phase });
  }
  if (subject !== undefined && !state.registration.complainants.some((one) => one.subject === subject)) {
    return no('complainant-not-in-case');
  }
  if (assignee !== undefined && recusedOf(state).includes(assignee)) {
    return no('recused-cannot-call', { recused: [assignee] });
  }
  return checkDue(dueAt, from);
}

/** A call is due within a year of that moment, and after the present deadline where there is one. */
export function checkDue(dueAt: Instant, from: Instant, present: Instant = from): ComplaintRefusal | null {
  const after = present > from ? present : from;
  const notAfter = addMilliseconds(from, LONGEST_MS);
  return dueAt <= after || dueAt > notAfter
    ? no('callback-due-impossible', { dueAt, after, notAfter })
    : null;
}

function clockOf(
  state: RegisteredComplaint,
  { callbackId, dueAt }: { readonly callbackId: string; readonly dueAt: Instant },
  from: Instant,
  { calendar }: Context,
) {
  return promiseClock(state.clocks, calendar, callbackId, { from, dueAt });
}
