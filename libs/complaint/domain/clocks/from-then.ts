import { dayInChina, startOfDayInChina, type Day, type Instant } from '#kernel';
import type { Calendar, Pause } from '#calendar';
import type { PauseReason, Rulebook, TermRule } from '#rulebook';
import type { ComplaintEvent } from '../case/events.js';
import type { RegisteredComplaint, Supplement } from '../case/state.js';
import type { Clock } from './clock.js';
import { clockStart, inTime, resumed } from './ledger.js';
import { tick, type ClockEvent } from './tick.js';

/** A time in which the case waits; a wait that lasts has no end. */
interface Wait extends Pause {
  readonly reason: PauseReason;
}

/**
 * A clock that comes late to a case, as it would stand today had it run from its start: started at that moment, and
 * held over the pauses of the case that its rule knows, until it ran out.
 */
export function clockFromThen(
  state: RegisteredComplaint,
  calendar: Calendar,
  rulebook: Rulebook,
  rule: TermRule,
  from: { readonly at: Instant; readonly about?: string },
): ComplaintEvent[] {
  const start: ClockEvent = {
    type: 'ClockStarted',
    data: clockStart(state.clocks, calendar, rulebook, rule, { at: () => from.at, about: from.about }),
  };
  const events: ClockEvent[] = [start];
  let [clock] = tick([], start);
  for (const pause of pausesOf(state, rule, dayInChina(from.at))) {
    for (const event of held(clock, calendar, pause)) {
      events.push(event);
      [clock] = tick(clock ? [clock] : [], event);
    }
  }
  return events;
}

function held(clock: Clock | undefined, calendar: Calendar, { from, until, reason }: Wait): ClockEvent[] {
  if (clock?.status !== 'running' || !inTime(clock, startOfDayInChina(from))) return [];
  const { clock: id, open, revision } = clock;
  const paused: ClockEvent = {
    type: 'ClockPaused',
    data: { clock: id, reason, from, open, revision: revision + 1 },
  };
  if (until === undefined) return [paused];
  const [waiting] = tick([clock], paused);
  return waiting ? [paused, { type: 'ClockResumed', data: resumed(waiting, calendar, until) }] : [paused];
}

/** What the case has waited for since that day, as far as it stops a clock of the rule. */
function pausesOf(state: RegisteredComplaint, { pauses }: TermRule, since: Day): readonly Wait[] {
  return waitsOf(state)
    .filter(({ reason }) => pauses.includes(reason))
    .map((wait) => (wait.from < since ? { ...wait, from: since } : wait))
    .filter(({ from, until }) => until === undefined || until > from);
}

/** What the case waits for or has waited for: so far, supplements (G08). */
function waitsOf(state: RegisteredComplaint): readonly Wait[] {
  return state.supplements.map((asked, index) => {
    const isAwaited = state.phase === 'awaiting-supplement' && index === state.supplements.length - 1;
    const until = isAwaited ? undefined : waitEnded(state, asked);
    return {
      reason: 'awaiting-supplement',
      from: dayInChina(asked.requestedAt),
      ...(until === undefined ? {} : { until: dayInChina(until) }),
    };
  });
}

/** The wait for a supplement ends when its first part comes, at the latest when the last term for it has run out. */
function waitEnded({ clocks }: RegisteredComplaint, { requestedAt, receivedAt }: Supplement) {
  const ranOut = clocks
    .filter(
      ({ start, startAt, status }) =>
        start === 'supplement-requested' && startAt === requestedAt && status !== 'cancelled',
    )
    .map(({ dueAt }) => dueAt)
    .toSorted()
    .at(-1);
  return [ranOut, receivedAt].filter((moment) => moment !== undefined).toSorted()[0];
}
