import type { Instant } from '#kernel';
import type { Rulebook, TermRule } from '#rulebook';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import type { RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { clockStart } from './ledger.js';
import { settlePauses } from './pauses.js';

/**
 * A clock that comes late to a case, as it would stand today had it run from its start: started at that moment, and
 * held over the pauses of the case that its rule knows, until it ran out.
 */
export function clockFromThen(
  state: RegisteredComplaint,
  rulebook: Rulebook,
  rule: TermRule,
  { at, about }: { readonly at: Instant; readonly about?: string },
  context: Context,
): ComplaintEvent[] {
  const data = clockStart(state.clocks, context.calendar, rulebook, rule, {
    at: () => at,
    about,
    office: state.registration.office,
    officeHours: context.office.hours,
  });
  return unfold(state, [{ type: 'ClockStarted', data }], (reached) => settlePauses(reached, context));
}
