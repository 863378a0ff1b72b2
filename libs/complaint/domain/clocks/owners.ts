import { isDecided, type RegisteredComplaint } from '../case/state.js';

/** Who has the case in hand: its handlers, before them the reviewer, before him who registered it. */
export function ownersOf(state: RegisteredComplaint): readonly string[] {
  if (isDecided(state) && state.handlers.length > 0) return state.handlers;
  return [state.reviewer ?? state.registration.registeredBy];
}
