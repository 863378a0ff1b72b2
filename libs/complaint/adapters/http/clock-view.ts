import { dayInChina, type Instant } from '#kernel';
import { explain, remaining, remainingHours, resumedOn, type Calendar, type CalendarBook } from '#calendar';
import { announcementOf, periodOf, RESUME, type Clock } from '../../domain/index.js';
import { reckoningInWords } from './reckoning-words.js';

/** A clock without its workings. @param calendar the office's as it is known now: what is left is counted by it */
export function clockView(clock: Clock, now: Instant, calendar: Calendar): object {
  return {
    clock: clock.clock,
    code: clock.code,
    rulebook: clock.rulebook,
    basis: clock.basis,
    status: clock.status,
    start: clock.start,
    startAt: clock.startAt,
    term: { amount: clock.amount, unit: clock.unit, roll: clock.roll },
    extended: clock.extended,
    dueOn: clock.dueOn,
    dueAt: clock.dueAt,
    left: leftOf(clock, now, calendar),
    stop: clock.stop,
    onMiss: clock.onMiss,
    article: clock.article,
    verification: clock.verification,
    provisional: clock.provisional,
    calendar: clock.calendar,
    pauses: clock.pausedOver,
    moves: clock.moves,
    notMoved: clock.notMoved,
    reminders: clock.rings
      .filter(({ rung }) => rung !== RESUME)
      .map(({ rung, at }) => ({ rung, at, raised: clock.raised.includes(rung) })),
    announcement: announcementOf(clock),
    delays: clock.delays,
    metAt: clock.metAt,
    missedAt: clock.missedAt,
  };
}

/** What is left of a running clock, in its own unit; negative when it has run out. */
function leftOf(clock: Clock, now: Instant, calendar: Calendar): object | undefined {
  if (clock.status !== 'running' && clock.status !== 'missed') return undefined;
  if (clock.unit === 'H') return { amount: remainingHours(now, clock.dueAt), unit: 'H' };
  const today = dayInChina(now);
  return { amount: remaining(calendar, today, clock.dueOn, clock.unit), unit: clock.unit };
}

/**
 * How the due date was counted: each day with its reason, and the same in words for an officer or a court. A
 * clock that is held has no due date now; what is explained then is the one it would get if it ran again today.
 */
export function clockExplanation(clock: Clock, now: Instant, book: CalendarBook, office: string): object {
  const today = dayInChina(now);
  const held = clock.pausedOver.find(({ until }) => until === undefined);
  const present = book.calendarOf(today, office);
  const counted = book.recall(clock.calendar, clock.knownOn, office);
  const calendar = held ? present : (counted ?? present);
  const period = periodOf(clock);
  const explanation = explain(calendar, held ? resumedOn(period, today) : period);
  return {
    ...clockView(clock, now, present),
    ...(held ? { heldSince: held.from } : {}),
    explanation: {
      ...explanation,
      ...(held ? { ifResumedOn: today } : {}),
      words: reckoningInWords(explanation, clock),
    },
  };
}
