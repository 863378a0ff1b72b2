import type { Instant } from '#kernel';
import type { StartFact } from '#rulebook';
import { outlivesTheEnd } from '../callbacks/promise-clock.js';
import type { ClockStart, ClockStop } from '../clocks/clock.js';
import type { Context } from './context.js';
import type { ComplaintEvent } from './events.js';
import { cancelClocks, startClocks, stopClocks } from '../clocks/ledger.js';
import { settlePauses } from '../clocks/pauses.js';
import { tick } from '../clocks/tick.js';
import { no, type ComplaintRefusal } from './refusals.js';
import { pinnedOf, rulebooksOf } from './rulebooks.js';
import { isDecided, type Complaint } from './state.js';
import { unfold } from './unfold.js';

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

/**
 * The clocks that a fact starts, under each of the case's rulebooks; they stand still over what the case waited for
 * since. `about`: the document or call that they are about; `wanted`: which of them start at all.
 */
export function starting(
  fact: StartFact,
  at: Instant,
  context: Context,
  about?: string,
  wanted: (clock: ClockStart) => boolean = () => true,
) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    const { office } = state.registration;
    const rulebooks = rulebooksOf(pinnedOf(state), context);
    const started = startClocks(state.clocks, context.calendar, rulebooks, {
      fact,
      at: () => at,
      about,
      caseClass: isDecided(state) ? state.decision.caseClass : 'all',
      office,
      officeHours: context.office.hours,
    }).filter(({ data }) => wanted(data));
    const clocks = started.reduce(tick, state.clocks);
    return [...started, ...settlePauses({ ...state, clocks }, context)];
  };
}

/** What a stop goes by besides the fact itself. */
interface Stop {
  /** What timeliness is judged by: posting, for mail (民诉法 85). */
  readonly timelyAt?: Instant;
  /** Only clocks about this document or call. */
  readonly about?: string;
}

/** The clocks that a fact stops. */
export function stopping(facts: readonly ClockStop[], at: Instant, { timelyAt = at, about }: Stop = {}) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    const stopped = new Set<string>();
    return facts.flatMap((fact) =>
      stopClocks(
        state.clocks.filter(
          (clock) => !stopped.has(clock.clock) && (about === undefined || clock.about === about),
        ),
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

/**
 * Nothing runs on when the case has come to its end but what is owed to others, the calls to the complainant and the
 * report to the office that sent it here (A15): what its end was due by is met, the rest falls away.
 */
export function concluding(at: Instant) {
  return (state: Complaint): ComplaintEvent[] =>
    unfold(state, stopping(['case-disposed'], at), (reached) =>
      reached.phase === 'unregistered'
        ? []
        : cancelClocks(
            reached.clocks.filter((clock) => !outlivesTheEnd(clock)),
            'case-concluded',
            at,
          ),
    );
}
