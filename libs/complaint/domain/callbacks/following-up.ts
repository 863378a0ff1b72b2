import type { Instant } from '#kernel';
import type { Answer, Thing } from '../case/act.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { isDecided, type Complaint, type Phase, type RegisteredComplaint } from '../case/state.js';
import { cancelClocks } from '../clocks/ledger.js';
import type { CallbacksCommands } from './commands.js';
import type { Callback } from './facts.js';
import { requiredByRule } from './required-by-rule.js';
import { isOpen } from './standing.js';

/** In these a dissatisfied complainant can be offered that the case be taken up again. */
export const REOPENABLE = ['closed', 'archived'] as const satisfies readonly Phase[];

/** H10: where a rulebook of the case knows it, the closing requires a follow-up call within its term. */
export function requiringFollowUp(callbackId: string, at: Instant, context: Context) {
  return requiredByRule('case-closed', at, { callbackId, kind: 'follow-up' }, context);
}

type Said = Pick<CallbacksCommands['CompleteCallback'], 'callbackId' | 'satisfaction' | 'acceptable'>;

/** H16: who is not satisfied with a closed case is offered its reopening; the leader is told. */
export function reopeningOffer({ callbackId, satisfaction, acceptable }: Said, at: Instant) {
  return (state: Complaint): ComplaintEvent[] => {
    const dissatisfied = satisfaction === 'dissatisfied' || acceptable === false;
    return dissatisfied && (REOPENABLE as readonly string[]).includes(state.phase)
      ? [{ type: 'ReopeningOffered', data: { callbackId, at, to: ['leader'] } }]
      : [];
  };
}

/** The case goes on: what was offered is taken, and its next closing asks for a follow-up of its own. */
export function reopened(at: Instant, context: Context) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    const { callbacks = [], clocks } = state;
    const taken = callbacks.filter(offerStands).map(({ callbackId }) => ({
      type: 'ReopeningOfferTaken' as const,
      data: { callbackId, at },
    }));
    const lapsed = callbacks
      .filter((one) => one.kind === 'follow-up' && isOpen(one))
      .flatMap(({ callbackId }) => [
        ...cancelClocks(
          clocks.filter(({ about }) => about === callbackId),
          'case-reopened',
          at,
        ),
        {
          type: 'CallbackCancelled' as const,
          data: { callbackId, by: context.actor.id, at, end: 'case-reopened' as const },
        },
      ]);
    return [...taken, ...lapsed];
  };
}

/** An offer that the leader has answered neither by reopening nor by declining. */
export function offerStands({ offer }: Callback): boolean {
  return offer !== undefined && offer.takenAt === undefined && offer.declined === undefined;
}

/** Each offer that stands. */
export function eachOffer({ callbacks = [] }: RegisteredComplaint): Thing[] {
  return callbacks.filter(offerStands).map(({ callbackId }) => ({ parameters: { callbackId } }));
}

/** H16, H17: who handled the case does not decline that it be looked at again. */
export function declinedByAnother(state: RegisteredComplaint, { actor }: Context): ComplaintRefusal | null {
  return isDecided(state) && state.handlers.includes(actor.id) ? no('declined-by-handler') : null;
}

/** H16: the leader does not take the case up again, and says why. */
export function declineReopening(
  state: RegisteredComplaint,
  { callbackId, reason }: CallbacksCommands['DeclineReopening'],
  { actor, now }: Context,
): Answer {
  const callback = state.callbacks?.find((one) => one.callbackId === callbackId);
  if (!callback) return no('callback-not-found');
  if (callback.offer?.declined?.by === actor.id) return [];
  if (!offerStands(callback)) return no('reopening-not-offered');
  return [{ type: 'ReopeningDeclined', data: { callbackId, by: actor.id, at: now, reason } }];
}
