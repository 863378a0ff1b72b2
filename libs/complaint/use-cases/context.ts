import { v5 as uuidv5 } from 'uuid';
import { dayInChina, type Instant } from '#kernel';
import type { Calendars } from '#calendar';
import type { Shelf } from '#rulebook';
import type { Actor, Context, Office } from '../domain/index.js';
import type { KnownOperators } from './known-operators.js';
import { profileOf, type Offices } from './offices.js';

/** What the installation knows besides the cases. */
export interface Installation {
  readonly calendars: Calendars;
  readonly rulebooks: Shelf;
  readonly operators: KnownOperators;
  readonly offices: Offices;
}

/** Everything a decision on a case of that office may look at, as of `now`. */
export function contextFor(
  { calendars, rulebooks, operators, offices }: Installation,
  office: Pick<Office, 'id'> & Partial<Office>,
  actor: Actor,
  now: Instant,
): Context {
  const { book } = calendars;
  return {
    now,
    actor,
    calendar: book.calendarOf(dayInChina(now), office.id),
    recall: (version, knownOn) => book.recall(version, knownOn, office.id),
    office: profileOf(office),
    rulebook: (id) => rulebooks.byId(id),
    knowsRulebook: (id) => rulebooks.knows(id),
    idOf: (owner, thing) => uuidv5(thing, owner),
    isOperator: (id) => operators.knows(id),
    offices: offices.tree,
  };
}
