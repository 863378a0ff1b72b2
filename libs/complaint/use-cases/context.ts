import { dayInChina, type Instant } from '#kernel';
import { chinaCalendar } from '#calendar';
import type { Shelf } from '#rulebook';
import type { Actor, Context } from '../domain/index.js';
import type { KnownOperators } from './known-operators.js';

/** Everything a decision may look at, as of `now`. */
export function contextFor(rulebooks: Shelf, operators: KnownOperators, actor: Actor, now: Instant): Context {
  return {
    now,
    actor,
    calendar: chinaCalendar({ knownOn: dayInChina(now) }),
    rulebook: (id) => rulebooks.byId(id),
    knowsRulebook: (id) => rulebooks.knows(id),
    isOperator: (id) => operators.knows(id),
  };
}
