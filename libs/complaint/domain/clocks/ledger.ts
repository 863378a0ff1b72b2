import type { Instant } from '#kernel';
import type { Calendar, OfficeHours, Period } from '#calendar';
import {
  ruledDueDate,
  termsStartedBy,
  type CaseClass,
  type Rulebook,
  type StartFact,
  type TermRule,
} from '#rulebook';
import type { ComplaintEvent } from '../case/events.js';
import type { Clock, ClockStart, ClockStop } from './clock.js';
import { miss } from './consequences.js';
import { ringsOf } from './rings.js';
import type { ClockEvent } from './standing.js';

interface Start {
  readonly fact: StartFact;
  readonly about?: string;
  /** When the period starts; the office's own stages may start at another moment than the law's. */
  readonly at: (rulebook: Rulebook) => Instant;
  /** `all` while the class of the case is not known yet. */
  readonly caseClass: CaseClass;
  /** The office that has the case, whoever starts the clock. */
  readonly office?: string;
  /** When that office may be reminded. */
  readonly officeHours: OfficeHours;
}

/** The clocks that a fact starts under each of the case's rulebooks (deadlines.md 4). */
export function startClocks(
  known: readonly Clock[],
  calendar: Calendar,
  rulebooks: readonly Rulebook[],
  start: Start,
): Extract<ClockEvent, { readonly type: 'ClockStarted' }>[] {
  return rulebooks.flatMap((rulebook) =>
    termsStartedBy(rulebook, start.fact, start.caseClass).map((rule) => ({
      type: 'ClockStarted' as const,
      data: clockStart(known, calendar, rulebook, rule, start),
    })),
  );
}

/** A clock of a rulebook from a moment on, with everything that counting it needs. */
export function clockStart(
  known: readonly Clock[],
  calendar: Calendar,
  rulebook: Rulebook,
  rule: TermRule,
  { at, about, office, officeHours }: Pick<Start, 'at' | 'about' | 'office' | 'officeHours'>,
): ClockStart {
  const startAt = at(rulebook);
  const occurrence = 1 + known.filter((c) => c.code === rule.code && c.rulebook === rulebook.id).length;
  const { due, verification, rulebookVersion } = ruledDueDate(calendar, rulebook, rule, { startAt });
  const hours = rule.unit === 'H' ? {} : { officeHours };
  return {
    clock: `${rule.code}.${rulebook.id}.${occurrence}`,
    code: rule.code,
    ...(about === undefined ? {} : { about }),
    ...(office === undefined ? {} : { office }),
    rulebook: rulebook.id,
    rulebookVersion,
    basis: rulebook.kind,
    start: rule.start,
    startAt,
    stop: rule.stop,
    amount: rule.amount,
    unit: rule.unit,
    roll: rule.roll,
    pauses: rule.pauses,
    ...(rule.pauseCaps ? { pauseCaps: rule.pauseCaps } : {}),
    reminders: rule.reminders,
    ...hours,
    ...(rule.announce === undefined ? {} : { announce: rule.announce }),
    onMiss: rule.onMiss,
    article: rule.article,
    verification,
    ...due,
    calendar: calendar.version,
    knownOn: calendar.knownOn,
    revision: 0,
    rings: ringsOf(calendar, { ...rule, ...hours, startAt }, due),
  };
}

/** The period that a clock counts, for reckoning it again or explaining it. */
export function periodOf(clock: Clock): Period {
  const { startAt, amount, unit, roll, pausedOver, extended } = clock;
  return {
    startAt,
    term: { amount, unit, roll },
    pauses: pausedOver,
    ...(extended === undefined ? {} : { extension: extended }),
  };
}

export function isRunning(clock: Clock): boolean {
  return clock.status === 'running';
}

/** It runs, or will run again. */
export function isOpen({ status }: Pick<Clock, 'status'>): boolean {
  return status === 'running' || status === 'paused';
}

/** It gave way to a clock of another rulebook, or fell away with what it was for, and counts for nothing any more. */
export function isSuperseded({ status, cancelledAt }: Pick<Clock, 'status' | 'cancelledAt'>): boolean {
  return status === 'cancelled' && cancelledAt === undefined;
}

/** Whether a moment keeps the date: the last day ends at 24:00 (民法典 203). */
export function inTime(clock: { readonly dueAt: Instant }, at: Instant): boolean {
  return at < clock.dueAt;
}

/**
 * Stops the clocks that wait for this fact. A clock that ran out before the fact is missed first, whether or
 * not its timer got to say so; a miss that proves to have been kept (recorded late) is put right.
 * @param timelyAt what timeliness is judged by when it is not `at`: posting, for mail (民诉法 85)
 */
export function stopClocks(
  clocks: readonly Clock[],
  fact: ClockStop,
  at: Instant,
  timelyAt: Instant = at,
): ComplaintEvent[] {
  return clocks
    .filter((clock) => clock.stop.includes(fact) && ['running', 'paused', 'missed'].includes(clock.status))
    .flatMap((clock) => {
      const kept = inTime(clock, timelyAt) || clock.status === 'paused';
      const missed = clock.status === 'running' && !kept ? miss(clocks, clock) : [];
      return [
        ...missed,
        {
          type: 'ClockMet' as const,
          data: {
            clock: clock.clock,
            metAt: at,
            inTime: kept,
            fact,
            ...(timelyAt === at ? {} : { timelyAt }),
            open: missed.length > 0 ? [] : clock.open,
            revision: clock.revision,
          },
        },
      ];
    });
}

/**
 * Ends what still runs when the case has come to its end. What had run out before that is missed, not hidden; what was
 * noted as missed only because the end was recorded late had nothing left to ask for.
 */
export function cancelClocks(clocks: readonly Clock[], reason: string, at: Instant): ComplaintEvent[] {
  return clocks
    .filter((clock) => isOpen(clock) || (clock.status === 'missed' && inTime(clock, at)))
    .flatMap((clock) =>
      isRunning(clock) && !inTime(clock, at)
        ? miss(clocks, clock, at)
        : [
            {
              type: 'ClockCancelled' as const,
              data: { clock: clock.clock, reason, at, open: clock.open, revision: clock.revision },
            },
          ],
    );
}
