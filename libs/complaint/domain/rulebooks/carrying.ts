import type { Rulebook, TermRule } from '#rulebook';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import type { Complaint, RegisteredComplaint } from '../case/state.js';
import type { AnnouncedDelay, Clock } from '../clocks/clock.js';
import { extended } from '../clocks/extending.js';
import { ruleOf } from '../clocks/rule.js';
import { isOpen } from '../clocks/ledger.js';
import { openExtensions } from '../extension/extending.js';
import type { ExtensionEnded } from './events.js';

/**
 * A11: what was granted for a term goes with it to the rulebook that takes the place of its own, as far as that one
 * knows the same extension by the same leave.
 * @param before the case before the move
 * @param started the clock that takes the term up
 */
export function carrying(before: RegisteredComplaint, started: string, context: Context) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    const clock = state.clocks.find((one) => one.clock === started);
    const old = clock && before.clocks.findLast((one) => isTermOf(one, clock) && one.extended !== undefined);
    const rule = clock && ruleOf(state, clock, context);
    const days = old && rule ? granted(before, old, rule, context) : 0;
    return clock && days > 0 ? extended(state, clock, days, context) : [];
  };
}

/**
 * H23: what the complainant was told of a term was told, whatever rulebook the term comes under.
 * @param before the case before the move
 */
export function delaysTold({ clocks }: RegisteredComplaint, term: Term): readonly AnnouncedDelay[] {
  return clocks.findLast((one) => isTermOf(one, term) && one.delays !== undefined)?.delays ?? [];
}

/** A term of a case, by whichever rulebook of one kind it runs. */
type Term = Pick<Clock, 'code' | 'basis' | 'start' | 'startAt' | 'about'>;

/** Where the day of receipt was corrected, the term that still runs had another start. */
function isTermOf(old: Clock, { code, basis, start, startAt, about }: Term): boolean {
  return (
    old.code === code &&
    old.basis === basis &&
    old.start === start &&
    old.about === about &&
    (old.startAt === startAt || isOpen(old))
  );
}

function granted(before: RegisteredComplaint, old: Clock, rule: TermRule, context: Context): number {
  const by = ruleOf(before, old, context)?.extension?.by;
  const { extension } = rule;
  return extension?.by === by
    ? Math.min(old.extended ?? 0, (extension?.max ?? 0) * (extension?.times ?? 0))
    : 0;
}

/** What was granted, or waits for an answer, for terms that the move leaves, and that no rulebook joined takes up. */
export function extensionsEnding(
  state: RegisteredComplaint,
  left: readonly Clock[],
  joined: readonly Rulebook[],
  context: Context,
): readonly ExtensionEnded[] {
  const asked = left.flatMap(({ clock }) =>
    openExtensions(state)
      .filter((one) => one.clock === clock)
      .map(({ days }) => ({ clock, days, asked: true as const })),
  );
  const lost = left.flatMap((clock) => {
    const rule = joined
      .filter(({ kind }) => kind === clock.basis)
      .flatMap(({ terms }) => terms)
      .find(({ code, start }) => code === clock.code && start === clock.start);
    const days = (clock.extended ?? 0) - (rule ? granted(state, clock, rule, context) : 0);
    return days > 0 ? [{ clock: clock.clock, days }] : [];
  });
  return [...lost, ...asked];
}
