import type { Instant } from '#kernel';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import type { Complaint, RegisteredComplaint } from '../case/state.js';
import type { Clock } from './clock.js';
import { inTime, isOpen, isSuperseded } from './ledger.js';
import { ruleOf } from './rule.js';
import { settle } from './settle.js';

/** Whether the term had not run out, been kept or fallen away at that moment; what stands still has not run out. */
export function hadTimeLeft(clock: Clock, at: Instant): boolean {
  const { status, metAt, cancelledAt } = clock;
  if (isSuperseded(clock)) return false;
  const ended = metAt ?? cancelledAt;
  if (ended !== undefined && at >= ended) return false;
  return status === 'paused' || inTime(clock, at);
}

/**
 * A11, A15: a term is longer by so many days, counted from its start and rolled once. The only place where a term
 * grows: whoever's leave it took, and however late it is recorded, a miss that was none is put right. Nothing where
 * the rulebook knows no extension of it.
 */
export function extended(
  state: RegisteredComplaint,
  clock: Clock,
  days: number,
  context: Context,
): ComplaintEvent[] {
  const rule = ruleOf(state, clock, context);
  if (rule?.extension === undefined) return [];
  const longer = (clock.extended ?? 0) + days;
  return settle(state, clock, () => ({ extended: longer }), 'extension', context);
}

/** The terms of these codes that had time left at that moment, longer by so many days. */
export function extending(codes: readonly Clock['code'][], days: number, at: Instant, context: Context) {
  return (state: Complaint): ComplaintEvent[] =>
    state.phase === 'unregistered'
      ? []
      : extendable(state, codes, at).flatMap((clock) => extended(state, clock, days, context));
}

/** The last clock of each of these codes and rulebooks, if it had time left at that moment and nothing has met it. */
export function extendable(
  { clocks }: RegisteredComplaint,
  codes: readonly Clock['code'][],
  at: Instant,
): readonly Clock[] {
  const isLast = (clock: Clock) =>
    clocks.findLast(({ code, rulebook }) => code === clock.code && rulebook === clock.rulebook) === clock;
  return clocks.filter(
    (clock) =>
      codes.includes(clock.code) &&
      isLast(clock) &&
      (isOpen(clock) || clock.status === 'missed') &&
      hadTimeLeft(clock, at),
  );
}
