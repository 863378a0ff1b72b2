import type { Instant } from '#kernel';
import type { StartFact, StopFact } from '#rulebook';
import type { Context } from './context.js';
import type { ComplaintEvent } from './events.js';
import { cancelClocks, startClocks, stopClocks } from '../clocks/ledger.js';
import { no, type ComplaintRefusal } from './refusals.js';
import { rulebooksOf } from './rulebooks.js';
import { isDecided, type Complaint } from './state.js';

/** When a reported fact happened: not in the future, and not before what must have come first. */
export function checkWhen(
  field: string,
  at: Instant,
  notBefore: Instant,
  context: Context,
): ComplaintRefusal | null {
  if (at > context.now) return no('happened-in-the-future', { field, at, now: context.now });
  if (at < notBefore) return no('happened-too-early', { field, at, notBefore });
  return null;
}

/** The clocks that a fact starts, under each of the case's rulebooks. */
export function starting(fact: StartFact, at: Instant, context: Context) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    return startClocks(state.clocks, context.calendar, rulebooksOf(state.registration.rulebooks, context), {
      fact,
      at: () => at,
      caseClass: isDecided(state) ? state.decision.caseClass : 'all',
    });
  };
}

/** The clocks that a fact stops. `timelyAt`: what timeliness is judged by, if not the fact itself. */
export function stopping(facts: readonly StopFact[], at: Instant, timelyAt: Instant = at) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    const stopped = new Set<string>();
    return facts.flatMap((fact) =>
      stopClocks(
        state.clocks.filter((clock) => !stopped.has(clock.clock)),
        fact,
        at,
        timelyAt,
      ).map((event) => {
        if (event.type === 'ClockMet') stopped.add(event.data.clock);
        return event;
      }),
    );
  };
}

/** Nothing runs on when the case has come to its end. */
export function concluding(at: Instant) {
  return (state: Complaint): ComplaintEvent[] =>
    state.phase === 'unregistered' ? [] : cancelClocks(state.clocks, 'case-concluded', at);
}
