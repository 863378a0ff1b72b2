import { addDays, daysBetween, dayInChina, startOfDayInChina, type Day, type Instant } from '#kernel';
import { addWorkingDays, dueDate, workingDaysBetween, type Calendar } from '#calendar';
import type { ComplaintEvent } from '../case/events.js';
import type { Context } from '../case/context.js';
import type { Complaint } from '../case/state.js';
import { waitsOf, type Wait } from '../pauses/waits.js';
import type { Clock, ClockPause, ReckonedBecause } from './clock.js';
import { isSuperseded, periodOf } from './ledger.js';
import { settle } from './settle.js';

/**
 * Every clock stands still over what the case waits for, as far as its rule knows the reason. Called after
 * anything that begins or ends a wait, whenever it happened: the answer depends on what has happened, not on the
 * order in which it was recorded.
 */
export function settlePauses(
  state: Complaint,
  context: Context,
  because: ReckonedBecause = 'pause',
): ComplaintEvent[] {
  if (state.phase === 'unregistered') return [];
  const waits = waitsOf(state);
  const over = (clock: Clock) => (calendar: Calendar) => ({
    pausedOver: pausesOn(clock, waits, calendar, context.now),
  });
  return state.clocks
    .filter((clock) => !isSuperseded(clock))
    .filter(({ pauses, pausedOver }) => pausedOver.length > 0 || (waits.length > 0 && pauses.length > 0))
    .flatMap((clock) => settle(state, clock, over(clock), because, context));
}

/** The pauses that count for a clock: of a reason that its rule knows, and begun before it had run out or ended. */
export function pausesOn(
  clock: Clock,
  waits: readonly Wait[],
  calendar: Calendar,
  now: Instant,
): ClockPause[] {
  const startDay = dayInChina(clock.startAt);
  const endedOn = dayOrNever(clock.metAt ?? clock.cancelledAt);
  // A wait of no days changes nothing; where it was noted while it lasted, it stays noted.
  const noted = new Set(clock.pausedOver.map(({ reason, from }) => `${reason} ${from}`));
  const known = waits
    .filter(({ reason, from }) => clock.pauses.includes(reason) && from <= endedOn)
    .filter(({ until = NEVER }) => until > startDay)
    .filter(({ reason, from, until }) => until !== from || noted.has(`${reason} ${from}`))
    .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
  return known.reduce<ClockPause[]>((taken, wait) => {
    if (wait.from > lastDayOf(clock, taken, calendar)) return taken;
    return [...taken, ...limited(clock, wait, taken, calendar, now)];
  }, []);
}

function orderOf({ from, reason, until = NEVER, endsOn = NEVER }: Wait): string {
  return [from, reason, until, endsOn].join(' ');
}

const NEVER = '9999-12-31';

function dayOrNever(instant: string | undefined): Day {
  return instant === undefined ? NEVER : dayInChina(instant);
}

/** The day on which the clock runs out if it stands still over these; never, while it does. */
function lastDayOf(clock: Clock, pausedOver: readonly ClockPause[], calendar: Calendar): Day {
  const held = pausedOver.some(({ until }) => until === undefined);
  return held ? NEVER : dueDate(calendar, { ...periodOf(clock), pauses: pausedOver }).dueOn;
}

/** A wait as far as the rule's cap and the parties' agreement let it stop the clock; none when nothing is left of it. */
function limited(
  clock: Clock,
  wait: Wait,
  taken: readonly ClockPause[],
  calendar: Calendar,
  now: Instant,
): ClockPause[] {
  const { reason, from, until = NEVER, endsOn = NEVER } = wait;
  const cap = capEnd(clock, wait, taken, calendar) ?? NEVER;
  const ends = [until, endsOn, cap].toSorted()[0] as Day;
  if (ends <= from && until !== ends) return [];
  if (ends === until && until !== NEVER) return [{ from, until, reason }];
  if (ends === NEVER) return [{ from, reason }];
  const endedBy = ends === cap ? ('cap' as const) : ('agreement' as const);
  return startOfDayInChina(ends) <= now
    ? [{ from, until: ends, reason, endedBy }]
    : [{ from, reason, endsOn: ends, endedBy }];
}

/** The day on which the rule's cap for this reason is used up; undefined where the rule sets none. */
function capEnd(clock: Clock, wait: Wait, taken: readonly ClockPause[], calendar: Calendar): Day | undefined {
  const max = clock.pauseCaps?.find(({ reason }) => reason === wait.reason)?.max;
  if (max === undefined) return undefined;
  const { used, end } = usedUp(clock, wait.reason, taken, calendar);
  const left = max - used;
  const first = laterOf(firstDay(clock, wait.from), end);
  if (left <= 0) return laterOf(wait.from, end);
  if (clock.unit !== 'WD') return addDays(first, left);
  return addDays(addWorkingDays(calendar, addDays(first, -1), left), 1);
}

/** What earlier pauses for a reason took in all, no day twice, and the day on which the last of them ended. */
function usedUp(clock: Clock, reason: string, taken: readonly ClockPause[], calendar: Calendar) {
  return taken
    .filter((pause) => pause.reason === reason)
    .reduce(
      ({ used, end }, { from, until = from }) => {
        const fresh = laterOf(firstDay(clock, from), end);
        return { used: used + lengthOf(clock, calendar, fresh, until), end: laterOf(until, end) };
      },
      { used: 0, end: '' },
    );
}

function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The first day of a pause that the clock would have counted. */
function firstDay(clock: Clock, from: Day): Day {
  const second = addDays(dayInChina(clock.startAt), 1);
  return from > second ? from : second;
}

/** Days [from, until) in the clock's own unit. */
function lengthOf({ unit }: Clock, calendar: Calendar, from: Day, until: Day): number {
  if (until <= from) return 0;
  return unit === 'WD'
    ? workingDaysBetween(calendar, addDays(from, -1), addDays(until, -1))
    : daysBetween(from, until);
}
