import { isDay, type Day, type Instant } from '#kernel';
import { limitationFor, limitationOf } from '#rulebook';
import type { Context } from '../case/context.js';
import type { ClaimLimitation, Registration } from './facts.js';

/** A day that exists, in the years for which a calendar reckons 90 days further. */
export function canBeReckoned(day: Day): boolean {
  return isDay(day) && day >= '2000-01-01' && day < '2100-01-01';
}

/** A case that came from another office is the complaint that the first office received. */
function firstReceipt({ origin, receivedAt }: Registration): Instant {
  return origin?.receivedAt ?? receivedAt;
}

/**
 * G07, A06, A07: whether a claim came in time, by the law in force on the day of receipt. `startedOn` is the
 * day of the fact that this law counts from, as the reviewer found it.
 */
export function assessLimitation(
  registration: Registration,
  item: { readonly claim: number; readonly class: 'deposit' | 'other'; readonly startedOn: Day },
  context: Context,
): ClaimLimitation {
  const rulebook = context.rulebook(registration.rulebooks.statutory);
  const rule = limitationFor(rulebook, item.class);
  const [finding] = limitationOf(context.calendar, rulebook, firstReceipt(registration), [
    {
      item: String(item.claim),
      caseClass: item.class,
      facts: rule ? { [rule.start]: item.startedOn } : {},
    },
  ]).items;
  return {
    ...item,
    inTime: finding?.standing !== 'out-of-time',
    ...(rule ? { startBasis: rule.start, verification: rule.verification, article: rule.article } : {}),
    ...(finding?.lastDay ? { lastDay: finding.lastDay } : {}),
  };
}
