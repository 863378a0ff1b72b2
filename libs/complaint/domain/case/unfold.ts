import { evolve } from './evolve.js';
import type { ComplaintEvent } from './events.js';
import type { Complaint } from './state.js';

type Step = readonly ComplaintEvent[] | ((state: Complaint) => readonly ComplaintEvent[]);

/** Events one after the other, where a later step looks at the state that the earlier ones led to. */
export function unfold(state: Complaint, ...steps: readonly Step[]): ComplaintEvent[] {
  const events: ComplaintEvent[] = [];
  let reached = state;
  for (const step of steps) {
    for (const event of typeof step === 'function' ? step(reached) : step) {
      events.push(event);
      reached = evolve(reached, event);
    }
  }
  return events;
}
