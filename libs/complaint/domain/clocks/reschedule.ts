import { dayInChina, type Day, type Instant } from '#kernel';
import { dueDate, newsBetween, type Calendar, type DueDate } from '#calendar';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import type { RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { Clock, Ring, StaysBecause } from './clock.js';
import { periodOf } from './ledger.js';
import { ownersOf } from './owners.js';
import { settlePauses } from './pauses.js';
import { ringsOf } from './rings.js';

/** A clock counted anew by another calendar. */
export interface Recount {
  readonly due: DueDate;
  readonly rings: readonly Ring[];
  /** The date is another one, and the clock stays where it is. */
  readonly stays?: StaysBecause;
}

type Recounted = Extract<ComplaintEvent, { readonly type: 'ClockRescheduled' | 'ClockNotMoved' }>;

/**
 * The calendar has changed: every open clock is counted anew, and those that it moves say so (deadlines.md 3). Pauses
 * come first: one may have ended by itself, and a cap in working days may end it on another day. A case that was
 * counted by more than is known here has its pauses left alone.
 */
export function rescheduleClocks(
  state: RegisteredComplaint,
  _data: CommandOf<'RescheduleClocks'>['data'],
  context: Context,
): ComplaintEvent[] {
  const isAhead = ({ calendar, knownOn }: Clock) => context.recall(calendar, knownOn) === undefined;
  return unfold(state, state.clocks.some(isAhead) ? [] : settlePauses(state, context), (reached) =>
    reached.phase === 'unregistered'
      ? []
      : reached.clocks.flatMap((clock) => recounted(reached, clock, context) ?? []),
  );
}

/**
 * What the calendar as it is known now does to a clock, if anything. A calendar that is behind the one that the
 * clock was counted by does nothing: another process knows more.
 */
export function recounted(
  state: RegisteredComplaint,
  clock: Clock,
  { calendar, recall }: Context,
): Recounted | undefined {
  if (clock.calendar === calendar.version) return undefined;
  const before = recall(clock.calendar, clock.knownOn);
  const anew = before && recountOf(clock, calendar);
  return anew && eventOf(clock, anew, before, calendar, ownersOf(state));
}

/**
 * A clock counted by another calendar; undefined where nothing of it changes. A paused clock has no date now: it
 * is counted when it runs again. What had passed when the calendar came to be known is not moved, whenever it is
 * asked, and neither is a clock moved to a day that had passed: so the answer does not depend on who asks when.
 */
export function recountOf(clock: Clock, calendar: Calendar): Recount | undefined {
  if (clock.status !== 'running' && clock.status !== 'missed') return undefined;
  const due = dueDate(calendar, periodOf(clock));
  const isOther = due.dueOn !== clock.dueOn;
  const anew = ringsOf(calendar, clock, due).filter(({ rung }) => !clock.raised.includes(rung));
  const rings = isOther ? anew : keepingPast(clock, anew, calendar.since);
  const stays = staysBecause(clock, due, calendar);
  if (stays) {
    const isNews = isOther && clock.notMoved?.wouldBeDueOn !== due.dueOn;
    return isNews ? { due, rings, stays } : undefined;
  }
  const changes = isOther || due.provisional !== clock.provisional || !sameRings(clock, rings);
  return changes ? { due, rings } : undefined;
}

function staysBecause(clock: Clock, due: DueDate, { since }: Calendar): StaysBecause | undefined {
  if (clock.status === 'missed' || clock.dueAt <= since) return 'date-has-passed';
  return due.dueAt <= since ? 'new-date-has-passed' : undefined;
}

/**
 * While the date stays, a reminder whose moment had passed when the calendar came to be known stays as it is: put off to
 * a later moment, or fallen away.
 */
function keepingPast({ rings }: Clock, anew: readonly Ring[], since: Instant): readonly Ring[] {
  return anew.flatMap((ring) => (ring.at > since ? [ring] : rings.filter(({ rung }) => rung === ring.rung)));
}

function sameRings({ rings, raised }: Clock, others: readonly Ring[]): boolean {
  const standing = rings.filter(({ rung }) => !raised.includes(rung));
  const at = (rung: string) => others.find((other) => other.rung === rung)?.at;
  return standing.length === others.length && standing.every((ring) => ring.at === at(ring.rung));
}

function eventOf(
  clock: Clock,
  { due, rings, stays }: Recount,
  before: Calendar,
  after: Calendar,
  told: readonly string[],
): Recounted {
  const move = {
    clock: clock.clock,
    oldDueOn: clock.dueOn,
    ...newsBetween(before, after, dayInChina(clock.startAt), later(clock.dueOn, due.dueOn)),
    calendar: after.version,
    told,
  };
  if (stays) return { type: 'ClockNotMoved', data: { ...move, wouldBeDueOn: due.dueOn, why: stays } };
  return {
    type: 'ClockRescheduled',
    data: {
      ...move,
      wasProvisional: clock.provisional,
      ...due,
      knownOn: after.knownOn,
      open: clock.open,
      revision: clock.revision + 1,
      rings,
    },
  };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
