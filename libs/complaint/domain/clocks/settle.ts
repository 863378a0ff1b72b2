import { startOfDayInChina, type Instant } from '#kernel';
import { dueDate, type DueDate } from '#calendar';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { isEnded } from '../case/phases.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { Clock, ClockPause, ReckonedBecause, Ring } from './clock.js';
import { breach, undone } from './consequences.js';
import { inTime, periodOf, ringsOf } from './ledger.js';
import { ownersOf } from './owners.js';

/** The rung that wakes up a clock whose pause ends by itself. */
export const RESUME = 'resume';

/** The facts by which a clock is counted and judged, as far as they can change. */
export type Course = Pick<Clock, 'startAt' | 'pausedOver' | 'extended' | 'metAt' | 'timelyAt'>;

/** How a clock stands by its facts. */
interface Standing {
  /** With the changed facts. */
  readonly clock: Clock;
  readonly due: DueDate;
  readonly held: boolean;
  readonly status: Clock['status'];
}

/**
 * A clock counted and judged anew because a fact of it is another than was known: what it rests on changed, was
 * recorded late, or was corrected. The answer depends on the facts alone. Nothing is undone: what was found before
 * stays in the history, and a new finding says what it was and what it is (deadlines.md 4).
 */
export function settle(
  state: RegisteredComplaint,
  before: Clock,
  change: Partial<Course>,
  because: ReckonedBecause,
  context: Context,
): ComplaintEvent[] {
  const after = standing(state, before, { ...before, ...change }, context);
  const found = reassessed(before, after, because);
  const runs = found.length > 0 && isOpen(after) ? { ...before, ...OPENED, raised: unrung(before) } : before;
  return [
    ...found,
    ...moved(state, runs, after, because, context),
    ...(provesMissed(before, after) ? breach(before) : []),
    ...(runs === before ? [] : undone(state, before, context.now)),
  ];
}

/** A clock whose miss was none runs again, with no ring set yet. */
const OPENED = { status: 'running', open: [] } as const;

function unrung({ raised }: Clock): string[] {
  return raised.filter((rung) => rung !== 'due');
}

function standing(
  state: RegisteredComplaint,
  before: Clock,
  clock: Clock,
  { calendar, now }: Context,
): Standing {
  const ended = clock.pausedOver.filter(({ until }) => until !== undefined);
  const held = ended.length < clock.pausedOver.length;
  // What stands still has no date now; the one shown is the one it had when it came to a stand.
  const due = isSameCourse(before, clock)
    ? { dueOn: before.dueOn, dueAt: before.dueAt, provisional: before.provisional }
    : dueDate(calendar, { ...periodOf(clock), pauses: ended });
  return { clock, due, held, status: statusOf(state, clock, due, held, now) };
}

function statusOf(
  state: RegisteredComplaint,
  clock: Clock,
  due: DueDate,
  held: boolean,
  now: Instant,
): Clock['status'] {
  const kept = (at: Instant) => held || inTime(due, at);
  const { metAt, timelyAt = metAt, cancelledAt } = clock;
  if (timelyAt !== undefined) return kept(timelyAt) ? 'met' : 'met-late';
  if (cancelledAt !== undefined) return kept(cancelledAt) ? 'cancelled' : 'missed';
  if (clock.status === 'cancelled') return 'cancelled';
  if (clock.status === 'missed' && !kept(now)) return 'missed';
  if (endedWithCase(state, clock)) return 'cancelled';
  return held ? 'paused' : 'running';
}

/** Whether it would have ended with the case, had it not been thought to be missed. */
function endedWithCase({ phase, clocks }: RegisteredComplaint, { startAt }: Clock): boolean {
  return (
    (isEnded(phase) || phase === 'archived') && clocks.some(({ cancelledAt = '' }) => cancelledAt >= startAt)
  );
}

function isOpen({ status }: { readonly status: Clock['status'] }): boolean {
  return status === 'running' || status === 'paused';
}

function reassessed(before: Clock, after: Standing, because: ReckonedBecause): ComplaintEvent[] {
  const is = isOpen(after) ? 'running' : after.status;
  const was = before.status;
  const sameStop = before.metAt === after.clock.metAt && before.timelyAt === after.clock.timelyAt;
  if (sameStop && (was === after.status || (isOpen(before) && isOpen(after)))) return [];
  const { metAt, timelyAt } = after.clock;
  const { dueOn, dueAt } = after.due;
  const stop = metAt === undefined ? {} : { metAt, ...(timelyAt === undefined ? {} : { timelyAt }) };
  const { clock, revision } = before;
  return [{ type: 'ClockReassessed', data: { clock, because, was, is, dueOn, dueAt, ...stop, revision } }];
}

function provesMissed(before: Clock, { status }: Standing): boolean {
  return (
    (status === 'met-late' && before.status === 'met') ||
    (status === 'missed' && before.status === 'cancelled')
  );
}

/** What says that the clock is counted otherwise now: a pause begins, a pause ends, or all of it is said anew. */
function moved(
  state: RegisteredComplaint,
  before: Clock,
  after: Standing,
  because: ReckonedBecause,
  context: Context,
): ComplaintEvent[] {
  const { clock, due } = after;
  if (isSameCourse(before, clock) && due.dueAt === before.dueAt) return [];
  const others = { startAt: before.startAt, extended: before.extended };
  if (isSameCourse({ ...before, pausedOver: [] }, { ...clock, ...others, pausedOver: [] })) {
    const begun =
      before.status === 'running' && after.held ? added(before.pausedOver, clock.pausedOver) : undefined;
    if (begun) return [paused(before, begun)];
    const ended =
      before.status === 'paused' && !after.held ? closed(before.pausedOver, clock.pausedOver) : undefined;
    if (ended) return [resumed(before, after, ended, context)];
  }
  return [rescheduled(state, before, after, because, context)];
}

function isSameCourse(one: Course, other: Course): boolean {
  return (
    one.startAt === other.startAt &&
    (one.extended ?? 0) === (other.extended ?? 0) &&
    isSamePauses(one.pausedOver, other.pausedOver)
  );
}

/** Whether two lists of pauses say the same. */
export function isSamePauses(some: readonly ClockPause[], others: readonly ClockPause[]): boolean {
  return textOf(some) === textOf(others);
}

function textOf(pauses: readonly ClockPause[]): string {
  return JSON.stringify(
    pauses.map(({ from, until, reason, endsOn, endedBy }) => [from, until, reason, endsOn, endedBy]),
  );
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
  { clock, open, revision }: Clock,
  { reason, from, endsOn, endedBy }: ClockPause,
): ComplaintEvent {
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

function resumed(before: Clock, after: Standing, ended: ClockPause, context: Context): ComplaintEvent {
  const { calendar } = context;
  return {
    type: 'ClockResumed',
    data: {
      clock: before.clock,
      until: ended.until ?? ended.from,
      ...(ended.endedBy === undefined ? {} : { endedBy: ended.endedBy }),
      ...(before.open.length > 0 ? { open: before.open } : {}),
      ...after.due,
      calendar: calendar.version,
      knownOn: calendar.knownOn,
      revision: before.revision + 1,
      rings: ringsOfStanding(before, after, context),
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
  const { calendar } = context;
  const { startAt, pausedOver, extended } = after.clock;
  return {
    type: 'ClockRescheduled',
    data: {
      clock: before.clock,
      because,
      oldDueOn: before.dueOn,
      wasProvisional: before.provisional,
      ...after.due,
      notices: [],
      officeDays: false,
      calendar: calendar.version,
      knownOn: calendar.knownOn,
      told: ownersOf(state),
      open: before.open,
      revision: before.revision + 1,
      rings: ringsOfStanding(before, after, context),
      ...(startAt === before.startAt ? {} : { startAt }),
      pausedOver,
      ...(extended === undefined ? {} : { extended }),
    },
  };
}

/** Each rung is raised once; a longer term has its rungs anew, as far as they lie ahead. */
function ringsOfStanding(before: Clock, { clock, due, held, status }: Standing, context: Context): Ring[] {
  if (!isOpen({ status })) return [];
  if (held) return ringsWhilePaused(clock.pausedOver);
  const longer = (clock.extended ?? 0) > (before.extended ?? 0);
  return ringsOf(context.calendar, clock, due).filter(
    ({ rung, at }) => !before.raised.includes(rung) || (longer && at > context.now),
  );
}
