import { dayInChina, startOfDayInChina, type Day, type Instant } from '#kernel';
import type { Calendar, Pause } from '#calendar';
import type { PauseReason, Rulebook, TermRule } from '#rulebook';
import type { ComplaintEvent } from '../case/events.js';
import type { Clock } from './clock.js';
import { clockStart, inTime, resumed } from './ledger.js';
import { tick, type ClockEvent } from './tick.js';

/**
 * A clock that comes late to a case, as it would stand today had it run from its start: started at that moment, and
 * held over the pauses of the case that its rule knows, until it ran out.
 */
export function clockFromThen(
  known: readonly Clock[],
  calendar: Calendar,
  rulebook: Rulebook,
  rule: TermRule,
  from: { readonly at: Instant; readonly about?: string },
): ComplaintEvent[] {
  const start: ClockEvent = {
    type: 'ClockStarted',
    data: clockStart(known, calendar, rulebook, rule, { at: () => from.at, about: from.about }),
  };
  const events: ClockEvent[] = [start];
  let [clock] = tick([], start);
  for (const pause of pausesOf(known, rule, dayInChina(from.at))) {
    for (const event of held(clock, calendar, pause)) {
      events.push(event);
      [clock] = tick(clock ? [clock] : [], event);
    }
  }
  return events;
}

function held(clock: Clock | undefined, calendar: Calendar, { from, until, reason }: Pause): ClockEvent[] {
  if (clock?.status !== 'running' || !inTime(clock, startOfDayInChina(from))) return [];
  const { clock: id, open, revision } = clock;
  const paused: ClockEvent = {
    type: 'ClockPaused',
    data: { clock: id, reason: reason as PauseReason, from, open, revision: revision + 1 },
  };
  if (until === undefined) return [paused];
  const [waiting] = tick([clock], paused);
  return waiting ? [paused, { type: 'ClockResumed', data: resumed(waiting, calendar, until) }] : [paused];
}

/** The pauses that the case had since that day for a reason of the rule, in their order, overlapping ones as one. */
function pausesOf(known: readonly Clock[], rule: TermRule, since: Day): readonly Pause[] {
  const pauses = known
    .flatMap(({ pausedOver }) => pausedOver)
    .filter(({ reason, until }) => isKnown(rule, reason) && (until === undefined || until > since))
    .map((pause) => (pause.from < since ? { ...pause, from: since } : pause))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const merged: Pause[] = [];
  for (const pause of pauses) {
    const last = merged.at(-1);
    if (last === undefined || (last.until !== undefined && last.until < pause.from)) merged.push(pause);
    else if (last.until !== undefined && (pause.until === undefined || pause.until > last.until))
      merged[merged.length - 1] = { ...pause, from: last.from };
  }
  return merged;
}

function isKnown({ pauses }: TermRule, reason: string): boolean {
  return (pauses as readonly string[]).includes(reason);
}
