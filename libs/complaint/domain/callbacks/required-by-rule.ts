import type { Instant } from '#kernel';
import type { StartFact } from '#rulebook';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { starting } from '../case/happenings.js';
import type { Complaint } from '../case/state.js';
import type { Callback } from './facts.js';

/**
 * A call that the rulebooks of the case require from a fact on, within the earliest of their terms; none where no
 * rulebook of the case knows such a term.
 */
export function requiredByRule(
  fact: StartFact,
  at: Instant,
  call: Pick<Callback, 'callbackId' | 'kind' | 'assignee'>,
  context: Context,
) {
  return (state: Complaint): ComplaintEvent[] => {
    const clocks = starting(fact, at, context, call.callbackId)(state);
    const first = clocks
      .flatMap((event) => (event.type === 'ClockStarted' ? [event.data] : []))
      .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
    if (!first) return [];
    const { clock, dueAt } = first;
    const data = { ...call, by: context.actor.id, requiredAt: at, dueAt, clock };
    return [...clocks, { type: 'CallbackRequired', data }];
  };
}
