import { dayInChina, startOfDayInChina, type Instant } from '#kernel';
import { newsBetween, type CalendarNews } from '#calendar';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { Clock, ClockPause, ReckonedBecause, Ring } from './clock.js';
import { isSameCourse, isSamePauses, type Reckoned } from './course.js';
import { isOpen } from './ledger.js';
import { ownersOf } from './owners.js';
import { ringsOf } from './rings.js';

/** The rung that wakes up a clock whose pause ends by itself. */
export const RESUME = 'resume';

/** How a clock stands by its facts. */
export interface Standing extends Reckoned {
  readonly status: Clock['status'];
}

/** What says that the clock is counted otherwise now: a pause begins, a pause ends, or all of it is said anew. */
export function moved(
  state: RegisteredComplaint,
  before: Clock,
  after: Standing,
  because: ReckonedBecause,
  context: Context,
): ComplaintEvent[] {
  const { clock } = after;
  if (isSameCourse(before, clock)) return [];
  if (isSameCourse({ ...before, pausedOver: [] }, { ...clock, pausedOver: [] })) {
    const begun =
      before.status === 'running' && after.held ? added(before.pausedOver, clock.pausedOver) : undefined;
    if (begun) return [paused(before, after, begun)];
    const ended =
      before.status === 'paused' && !after.held ? closed(before.pausedOver, clock.pausedOver) : undefined;
    if (ended) return [resumed(before, after, ended, context)];
  }
  return [rescheduled(state, before, after, because, context)];
}

/** The one open pause that has come to the others, if that is all. */
function added(before: readonly ClockPause[], after: readonly ClockPause[]): ClockPause | undefined {
  const last = after.at(-1);
  return isSamePauses(after.slice(0, -1), before) && last?.until === undefined ? last : undefined;
}

/** The pause that has ended, if that is all. */
function closed(before: readonly ClockPause[], after: readonly ClockPause[]): ClockPause | undefined {
  const open = before.findIndex(({ until }) => until === undefined);
  const [old, ended] = [before[open], after[open]];
  if (old?.from !== ended?.from || old?.reason !== ended?.reason) return undefined;
  const rest = (pauses: readonly ClockPause[]) => pauses.filter((_, index) => index !== open);
  return isSamePauses(rest(before), rest(after)) ? ended : undefined;
}

function paused(
  before: Clock,
  after: Standing,
  { reason, from, endsOn, endedBy }: ClockPause,
): ComplaintEvent {
  const { clock, open, revision } = before;
  const rings = ringsWhilePaused([{ reason, from, endsOn }]);
  return {
    type: 'ClockPaused',
    data: {
      clock,
      reason: reason as Clock['pauses'][number],
      from,
      ...(endsOn === undefined ? {} : { endsOn, endedBy }),
      open,
      revision: revision + 1,
      ...(rings.length > 0 ? { rings } : {}),
      ...certaintyMoved(before, after),
    },
  };
}

/** A clock that stands still rings when the last of its pauses ends by itself, if each of them does. */
function ringsWhilePaused(pauses: readonly ClockPause[]): Ring[] {
  const open = pauses.filter(({ until }) => until === undefined);
  const ends = open.map(({ endsOn }) => endsOn);
  const last = ends.includes(undefined) ? undefined : (ends as string[]).toSorted().at(-1);
  return last === undefined ? [] : [{ rung: RESUME, at: startOfDayInChina(last) }];
}

function resumed(before: Clock, after: Standing, ended: ClockPause, { now }: Context): ComplaintEvent {
  return {
    type: 'ClockResumed',
    data: {
      clock: before.clock,
      until: ended.until ?? ended.from,
      ...(ended.endedBy === undefined ? {} : { endedBy: ended.endedBy }),
      ...(before.open.length > 0 ? { open: before.open } : {}),
      ...after.due,
      calendar: after.calendar.version,
      knownOn: after.calendar.knownOn,
      revision: before.revision + 1,
      rings: ringsOfStanding(before, after, now),
      ...certaintyMoved(before, after),
    },
  };
}

function rescheduled(
  state: RegisteredComplaint,
  before: Clock,
  after: Standing,
  because: ReckonedBecause,
  context: Context,
): ComplaintEvent {
  const { startAt, pausedOver, extended } = after.clock;
  return {
    type: 'ClockRescheduled',
    data: {
      clock: before.clock,
      because,
      oldDueOn: before.dueOn,
      wasProvisional: before.provisional,
      ...after.due,
      ...newsFor(before, after, context),
      calendar: after.calendar.version,
      knownOn: after.calendar.knownOn,
      told: ownersOf(state),
      open: before.open,
      revision: before.revision + 1,
      rings: ringsOfStanding(before, after, context.now),
      ...(startAt === before.startAt ? {} : { startAt }),
      pausedOver,
      ...(extended === undefined ? {} : { extended }),
      ...certaintyMoved(before, after),
    },
  };
}

/** How sure the date is now, where that has changed with what it rests on. */
function certaintyMoved(
  before: Clock,
  { clock: { verification } }: Standing,
): Pick<Partial<Clock>, 'verification'> {
  return verification === before.verification ? {} : { verification };
}

/** What the calendar knows that the clock was not counted by before. */
function newsFor(before: Clock, { clock, due, calendar }: Standing, { recall }: Context): CalendarNews {
  const own = before.calendar === calendar.version ? undefined : recall(before.calendar, before.knownOn);
  if (own === undefined) return { notices: [], officeDays: false };
  const last = before.dueOn > due.dueOn ? before.dueOn : due.dueOn;
  return newsBetween(own, calendar, dayInChina(clock.startAt), last);
}

/** Each rung is raised once; a longer term has its rungs anew, as far as they lie ahead. */
function ringsOfStanding(
  before: Clock,
  { clock, calendar, due, held, status }: Standing,
  now: Instant,
): Ring[] {
  if (!isOpen({ status })) return [];
  if (held) return ringsWhilePaused(clock.pausedOver);
  const longer = (clock.extended ?? 0) > (before.extended ?? 0);
  return ringsOf(calendar, clock, due).filter(
    ({ rung, at }) => !before.raised.includes(rung) || (longer && at > now),
  );
}
