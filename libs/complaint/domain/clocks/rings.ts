import { dayInChina, type Instant } from '#kernel';
import {
  isOpenAt,
  lastOpening,
  momentBefore,
  nextOpening,
  type Calendar,
  type DueDate,
  type OfficeHours,
} from '#calendar';
import type { ClockStart, Ring } from './clock.js';

/** The rung of the timer that says a clock has run out. */
export const DUE = 'due';

type Reminding = Pick<ClockStart, 'unit' | 'startAt' | 'reminders' | 'officeHours'>;

/** The moments at which its timers ring: reminders that fall between start and due date, and the due date. */
export function ringsOf(calendar: Calendar, clock: Reminding, due: DueDate): Ring[] {
  const { unit, startAt, reminders, officeHours } = clock;
  const term = { startAt, dueAt: due.dueAt };
  const rungs = reminders.flatMap(({ rung, before }) => {
    const left = momentBefore(calendar, due, before, unit);
    if (left <= startAt || left >= due.dueAt) return [];
    const at = officeHours === undefined ? left : inOfficeTime(calendar, officeHours, left, term);
    return at === undefined ? [] : [{ rung, at }];
  });
  return [...rungs, { rung: DUE, at: due.dueAt }];
}

/** A clock, from its start to its end. */
interface Term {
  readonly startAt: Instant;
  readonly dueAt: Instant;
}

/**
 * Nobody is reminded at night or on a rest day: in place of a day's 00:00 it is the hour at which the office opens on that
 * day, or on the last working day before a rest day, so that a warning comes while there is somebody to heed it. Where that
 * is before the term it is the next opening within the term; without one, at once, while the office is open. Undefined for
 * a term that has no office time.
 */
function inOfficeTime(
  calendar: Calendar,
  hours: OfficeHours,
  left: Instant,
  { startAt, dueAt }: Term,
): Instant | undefined {
  const last = lastOpening(calendar, hours, dayInChina(left));
  if (last > startAt) return last;
  const next = nextOpening(calendar, hours, startAt);
  if (next < dueAt) return next;
  return isOpenAt(calendar, hours, startAt) ? startAt : undefined;
}

/**
 * What becomes of reminders whose moment has come and that find nobody, because they were late: each is put off to the
 * next opening of the office, or falls away where the term has run out by then. Undefined where they may ring.
 */
export function putOff(
  {
    officeHours,
    rings,
    open,
    dueAt,
  }: Pick<ClockStart, 'officeHours' | 'rings' | 'dueAt'> & {
    readonly open: readonly string[];
  },
  calendar: Calendar,
  now: Instant,
): Ring[] | undefined {
  if (officeHours === undefined || isOpenAt(calendar, officeHours, now)) return undefined;
  const next = nextOpening(calendar, officeHours, now);
  return rings
    .filter(({ rung }) => open.includes(rung))
    .map((ring) => (ring.rung === DUE || ring.at > now ? ring : { ...ring, at: next }))
    .filter(({ rung, at }) => rung === DUE || at < dueAt);
}
