import { dueDate } from '#calendar';
import { dayInChina, type Day, type Instant } from '#kernel';
import type { Verification } from '#rulebook';
import type { Context } from '../case/context.js';
import { pinnedOf } from '../case/rulebooks.js';
import type { DecidedComplaint } from '../case/state.js';

/** Until when both parties may together ask a court to confirm their agreement. */
export interface ConfirmableUntil {
  readonly until: Day;
  /** The day may still move: a notice on holidays is to come. */
  readonly provisional: boolean;
  readonly article: string;
  readonly verification: Verification;
  /** Whether the office counts among those whose agreements a court confirms is for that court to say. */
  readonly eligibility: 'said-by-the-court';
}

/**
 * G63, 民诉法 205 (司法确认): a reminder for both parties, and no clock of the office, which neither asks nor decides.
 * Counted from the day on which both have signed. The law says it, whoever's procedure the case follows otherwise;
 * undefined where it does not.
 */
export function confirmableUntil(
  state: DecidedComplaint,
  agreedAt: Instant,
  context: Context,
): ConfirmableUntil | undefined {
  const { procedure } = context.rulebook(pinnedOf(state).statutory);
  const confirmation = procedure?.courtConfirmation;
  if (!confirmation || dayInChina(agreedAt) < confirmation.value.since) return undefined;
  const term = { amount: confirmation.value.days, unit: 'CD', roll: true } as const;
  const { dueOn, provisional } = dueDate(context.calendar, { startAt: agreedAt, term });
  const { article, verification } = confirmation;
  return { until: dueOn, provisional, article, verification, eligibility: 'said-by-the-court' };
}
