import { dayInChina, type Instant } from '#kernel';
import { chinaCalendar } from '#calendar';
import type { Shelf } from '#rulebook';
import type { Actor, Context } from '../domain/index.js';
import type { KnownOperators } from './known-operators.js';

/** What the installation knows besides the cases. */
export interface Installation {
  readonly rulebooks: Shelf;
  readonly operators: KnownOperators;
  /** Profile of the office whose case it is. */
  readonly office: Context['office'];
}

/** Everything a decision may look at, as of `now`. */
export function contextFor(
  { rulebooks, operators, office }: Installation,
  actor: Actor,
  now: Instant,
): Context {
  return {
    now,
    actor,
    calendar: chinaCalendar({ knownOn: dayInChina(now) }),
    office,
    rulebook: (id) => rulebooks.byId(id),
    knowsRulebook: (id) => rulebooks.knows(id),
    isOperator: (id) => operators.knows(id),
  };
}
