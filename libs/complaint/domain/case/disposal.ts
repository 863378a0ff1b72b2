import type { Instant } from '#kernel';
import type { StopFact } from '#rulebook';
import type { ComplaintEvent } from './events.js';
import { concluding, stopping } from './happenings.js';
import type { RegisteredComplaint } from './state.js';
import { unfold } from './unfold.js';

/**
 * An outcome disposes of a case: the limit of disposal is kept, and what else runs has nothing left to wait
 * for. @param stops what the outcome stops besides
 */
export function disposing(
  state: RegisteredComplaint,
  outcome: ComplaintEvent,
  at: Instant,
  stops: readonly StopFact[] = [],
): ComplaintEvent[] {
  return unfold(state, stopping([...stops, 'case-disposed'], at), concluding(at), [outcome]);
}
