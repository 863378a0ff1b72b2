import type { Instant } from '#kernel';
import type { DueDate } from '#calendar';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { outlivesTheEnd } from '../callbacks/promise-clock.js';
import { isPutAway } from '../case/phases.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { Clock, ReckonedBecause } from './clock.js';
import { breach, undone } from './consequences.js';
import { isSameCourse, isSameStop, reckoned, type Change } from './course.js';
import { inTime, isOpen } from './ledger.js';
import { moved, type Standing } from './moving.js';
import { certaintyOfClock } from './rule.js';

/**
 * A clock counted and judged anew because a fact of it is another than was known: what it rests on changed, was
 * recorded late, or was corrected. The answer depends on the facts alone. Nothing is undone: what was found before
 * stays in the history, and a new finding says what it was and what it is (deadlines.md 4).
 */
export function settle(
  state: RegisteredComplaint,
  before: Clock,
  change: Change,
  because: ReckonedBecause,
  context: Context,
): ComplaintEvent[] {
  const after = standing(state, before, change, context);
  if (isSameCourse(before, after.clock) && isSameStop(before, after.clock)) return [];
  const found = reassessed(before, after, because);
  const runs = found.length > 0 && isOpen(after) ? { ...before, ...OPENED, raised: unrung(before) } : before;
  return [
    ...found,
    ...moved(state, runs, after, because, context),
    ...(provesMissed(before, after) ? breach(before) : []),
    ...(wasMissed(before) && !wasMissed(after) ? undone(state, before, context.now) : []),
  ];
}

/** A clock whose miss was none runs again, with no ring set yet. */
const OPENED = { status: 'running', open: [] } as const;

function unrung({ raised }: Clock): string[] {
  return raised.filter((rung) => rung !== 'due');
}

function standing(state: RegisteredComplaint, before: Clock, change: Change, context: Context): Standing {
  const anew = reckoned(before, change, context);
  const { held, due } = anew;
  const verification = certaintyOfClock(state, anew.clock, context);
  const clock = { ...anew.clock, verification };
  return { ...anew, clock, status: statusOf(state, clock, due, held, context.now) };
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

/** Whether it would have ended with the case, or with its outcome, had it not been thought to be missed. */
function endedWithCase({ phase, clocks }: RegisteredComplaint, clock: Clock): boolean {
  if (outlivesTheEnd(clock) || !isPutAway(phase)) return false;
  // What was published still comes to be served.
  const ends = clock.onMiss !== 'deem-served';
  return clocks.some(({ cancelledAt = '', metBy, metAt = '' }) => {
    const overAt = ends && metBy === 'case-disposed' ? metAt : cancelledAt;
    return overAt >= clock.startAt;
  });
}

function reassessed(before: Clock, after: Standing, because: ReckonedBecause): ComplaintEvent[] {
  const is = isOpen(after) ? 'running' : after.status;
  const was = before.status;
  const sameStop = isSameStop(before, after.clock);
  if (sameStop && (was === after.status || (isOpen(before) && isOpen(after)))) return [];
  const { metAt, timelyAt } = after.clock;
  const { dueOn, dueAt } = after.due;
  const stop = metAt === undefined ? {} : { metAt, ...(timelyAt === undefined ? {} : { timelyAt }) };
  const { clock, revision } = before;
  return [{ type: 'ClockReassessed', data: { clock, because, was, is, dueOn, dueAt, ...stop, revision } }];
}

function wasMissed({ status }: Pick<Clock, 'status'>): boolean {
  return status === 'missed' || status === 'met-late';
}

function provesMissed(before: Clock, { status }: Standing): boolean {
  return (
    (status === 'met-late' && before.status === 'met') ||
    (status === 'missed' && before.status === 'cancelled')
  );
}
