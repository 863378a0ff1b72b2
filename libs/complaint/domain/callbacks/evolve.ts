import type { Evolving } from '../case/evolving.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { CallbacksEvents } from './events.js';
import type { Callback } from './facts.js';

export const callbacksEvolve: Evolving<CallbacksEvents> = {
  CallbackPromised: (state, { promisedAt, ...data }) => added(state, 'promised', promisedAt, data),
  CallbackRequired: (state, { requiredAt, ...data }) => added(state, 'required', requiredAt, data),
  CallbackNotPossible: (state, call) => ({
    ...state,
    impossibleCalls: [...(state.impossibleCalls ?? []), call],
  }),
  CallbackAssigned: (state, { callbackId, assignee }) => changed(state, callbackId, () => ({ assignee })),
  CallAttempted: (state, { callbackId, ...attempt }) =>
    changed(state, callbackId, ({ attempts }) => ({ attempts: [...attempts, attempt] })),
  NextDeadlineAnnounced: (state, { callbackId, clock, ...announcement }) =>
    changed(state, callbackId, ({ announcements }) => ({
      clock,
      announcements: [...announcements, announcement],
    })),
  CallbackCompleted: (state, { callbackId, ...completed }) =>
    changed(state, callbackId, () => ({ completed })),
  CallbackCancelled: (state, { callbackId, ...cancelled }) =>
    changed(state, callbackId, () => ({ cancelled })),
  ReopeningOffered: (state, { callbackId, at }) =>
    changed(state, callbackId, () => ({ offer: { offeredAt: at } })),
  ReopeningOfferTaken: (state, { callbackId, at }) =>
    changed(state, callbackId, ({ offer }) => ({ offer: { offeredAt: at, ...offer, takenAt: at } })),
  ReopeningDeclined: (state, { callbackId, ...declined }) =>
    changed(state, callbackId, ({ offer }) => ({ offer: { offeredAt: declined.at, ...offer, declined } })),
};

type Set = Omit<CallbacksEvents['CallbackRequired'], 'requiredAt'>;

function added(
  state: RegisteredComplaint,
  origin: Callback['origin'],
  setAt: string,
  { by: setBy, dueAt: _, ...data }: Set,
): RegisteredComplaint {
  const callback: Callback = { ...data, origin, setBy, setAt, attempts: [], announcements: [] };
  return { ...state, callbacks: [...(state.callbacks ?? []), callback] };
}

/** @throws when there is no such call: a history that says otherwise is damaged */
function changed(
  state: RegisteredComplaint,
  callbackId: string,
  change: (callback: Callback) => Partial<Callback>,
): RegisteredComplaint {
  const { callbacks = [] } = state;
  if (!callbacks.some((one) => one.callbackId === callbackId)) throw new Error(`no call ${callbackId}`);
  return {
    ...state,
    callbacks: callbacks.map((one) => (one.callbackId === callbackId ? { ...one, ...change(one) } : one)),
  };
}
