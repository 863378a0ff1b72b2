import { dayInChina, isDay, startOfDayInChina, type Day, type Instant } from '#kernel';
import { CalendarError, dueDate, type Calendar } from '#calendar';
import { limitationFor } from './terms.js';
import type { LimitationRule, LimitationStart, Rulebook } from './types.js';

/** One item of what a complainant asks for. */
export interface Claim {
  readonly item: string;
  readonly caseClass: 'deposit' | 'other';
  /** Days of the facts from which limitation can run, as far as they are known. */
  readonly facts: Readonly<Partial<Record<LimitationStart, Day>>>;
  /** Last day as extended for a special reason; counts only where the rule is extendable. */
  readonly extendedTo?: Day;
}

export type LimitationStanding =
  | 'in-time'
  | 'out-of-time'
  /** The fact from which it runs has no day yet: nothing is refused on that ground. */
  | 'unknown';

export interface ClaimLimitation {
  readonly item: string;
  readonly standing: LimitationStanding;
  /** Last day on which the claim could be brought. */
  readonly lastDay?: Day;
  readonly provisional: boolean;
  /** The fact that is needed and missing. */
  readonly missing?: LimitationStart;
  /** With article and verification; absent where the rulebook sets no limit. */
  readonly rule?: LimitationRule;
}

export interface LimitationFinding {
  /** Of the case: in time if any item is (A07). */
  readonly standing: LimitationStanding;
  readonly items: readonly ClaimLimitation[];
  /** Items out of time: recorded as a partial rejection when the case itself is in time. */
  readonly rejected: readonly string[];
}

/**
 * Limitation per claim item (投诉时效; A06, A07). The day of the fact does not count, and a last day on a
 * rest day moves to the first working day after it (民法典 201, 203).
 * @throws CalendarError for days that do not exist or lie out of range
 */
export function limitationOf(
  calendar: Calendar,
  rulebook: Rulebook,
  receivedAt: Instant,
  claims: readonly Claim[],
): LimitationFinding {
  const receivedOn = dayInChina(receivedAt);
  const items = claims.map((claim) => limitationOfClaim(calendar, rulebook, receivedOn, claim));
  const has = (standing: LimitationStanding) => items.some((item) => item.standing === standing);
  return {
    standing: has('in-time') ? 'in-time' : has('unknown') || items.length === 0 ? 'unknown' : 'out-of-time',
    items,
    rejected: items.filter((item) => item.standing === 'out-of-time').map((item) => item.item),
  };
}

function limitationOfClaim(
  calendar: Calendar,
  rulebook: Rulebook,
  receivedOn: Day,
  claim: Claim,
): ClaimLimitation {
  const rule = limitationFor(rulebook, claim.caseClass);
  if (rule === undefined) return { item: claim.item, standing: 'in-time', provisional: false };
  const fact = claim.facts[rule.start];
  if (fact === undefined) {
    return { item: claim.item, standing: 'unknown', provisional: false, missing: rule.start, rule };
  }
  const due = dueDate(calendar, {
    startAt: startOfDayInChina(fact),
    term: { amount: rule.days, unit: 'CD', roll: true },
  });
  if (claim.extendedTo !== undefined && !isDay(claim.extendedTo)) {
    throw new CalendarError('not-a-day', { day: claim.extendedTo });
  }
  const extendedTo = rule.extendable ? (claim.extendedTo ?? due.dueOn) : due.dueOn;
  const lastDay = extendedTo > due.dueOn ? extendedTo : due.dueOn;
  const standing = receivedOn <= lastDay ? 'in-time' : 'out-of-time';
  return { item: claim.item, standing, lastDay, provisional: due.provisional, rule };
}
