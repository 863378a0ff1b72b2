import type { Instant } from '#kernel';
import type { Rulebook, TermRule } from '#rulebook';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import type { RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { AnnouncedDelay } from './clock.js';
import { clockStart } from './ledger.js';
import { settlePauses } from './pauses.js';

interface Origin {
  readonly at: Instant;
  readonly about?: string;
  /** What was told of the term before (H23). */
  readonly delays?: readonly AnnouncedDelay[];
}

/**
 * A clock that comes late to a case, as it would stand today had it run from its start: started at that moment, and
 * held over the pauses of the case that its rule knows, until it ran out.
 */
export function clockFromThen(
  state: RegisteredComplaint,
  rulebook: Rulebook,
  rule: TermRule,
  { at, about, delays = [] }: Origin,
  context: Context,
): ComplaintEvent[] {
  const data = clockStart(state.clocks, context.calendar, rulebook, rule, {
    at: () => at,
    about,
    office: state.registration.office,
    officeHours: context.office.hours,
  });
  const started = delays.length > 0 ? { ...data, delays } : data;
  return unfold(state, [{ type: 'ClockStarted', data: started }], (reached) =>
    settlePauses(reached, context),
  );
}
