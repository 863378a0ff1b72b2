import { addMilliseconds, minutesBetween, type Instant } from '#kernel';
import { dueDate, type Calendar } from '#calendar';
import type { Reminder } from '#rulebook';
import type { Clock, ClockStart } from '../clocks/clock.js';
import { ringsOf } from '../clocks/rings.js';

/** Hours before the end of a promise at which its reminders ring [design]. */
const REMINDERS: readonly Reminder[] = [
  { rung: 'yellow', before: 24 },
  { rung: 'red', before: 1 },
];
const MINUTE_MS = 60_000;

/**
 * Clocks of calls, owed to a person (H05, H15), and of the report owed to the office that sent the case (A15): they do not
 * fall away when the case has come to its end.
 */
export function outlivesTheEnd(clock: Pick<Clock, 'code'>): boolean {
  return isOfCall(clock) || clock.code === 'DL-REPORT-BACK';
}

/** A call to the complainant is owed by it. */
export function isOfCall({ code }: Pick<Clock, 'code'>): boolean {
  return code === 'DL-CALLBACK' || code === 'DL-RESULT-CALL' || code === 'DL-FOLLOWUP';
}

/**
 * Once a date is promised it is a deadline (H05): the clock of a promise, which no rulebook names. Counted in whole
 * minutes up to the moment promised, around the clock, so no calendar moves it.
 */
export function promiseClock(
  known: readonly Clock[],
  calendar: Calendar,
  callbackId: string,
  { from, dueAt }: { readonly from: Instant; readonly dueAt: Instant },
): { readonly type: 'ClockStarted'; readonly data: ClockStart } {
  const minutes = Math.ceil(minutesBetween(from, dueAt));
  const startAt = addMilliseconds(dueAt, -minutes * MINUTE_MS);
  const term = { amount: minutes / 60, unit: 'H', roll: false } as const;
  const due = dueDate(calendar, { startAt, term });
  const occurrence = 1 + known.filter(({ code }) => code === 'DL-CALLBACK').length;
  return {
    type: 'ClockStarted',
    data: {
      clock: `DL-CALLBACK.promise.${String(occurrence)}`,
      code: 'DL-CALLBACK',
      about: callbackId,
      rulebook: 'promise',
      rulebookVersion: 1,
      basis: 'promise',
      start: 'callback-promised',
      startAt,
      stop: ['callback-made', 'next-deadline-announced'],
      ...term,
      pauses: [],
      reminders: REMINDERS,
      onMiss: 'escalate-to-section-head',
      article: 'H05, H23',
      verification: 'design',
      ...due,
      calendar: calendar.version,
      knownOn: calendar.knownOn,
      revision: 0,
      rings: ringsOf(calendar, { unit: 'H', startAt, reminders: REMINDERS }, due),
    },
  };
}
