import type { Day, Instant } from '#kernel';
import type { OfficeHours, Pause, Unit } from '#calendar';
import type {
  ClockCode,
  Consequence,
  PauseCap,
  PauseReason,
  Reminder,
  RulebookKind,
  StartFact,
  StopFact,
  Verification,
} from '#rulebook';

/** A moment at which a clock's timer rings: a reminder rung, or `due`. */
export interface Ring {
  readonly rung: string;
  readonly at: Instant;
}

/** A due date as it was counted, and the moments at which its timers ring. */
export interface Counted {
  readonly dueOn: Day;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly calendar: string;
  /** What was known of the calendar when the date was counted. */
  readonly knownOn: Day;
  readonly revision: number;
  readonly rings: readonly Ring[];
}

/** What ends a clock: a fact that rulebooks name, or what keeps a promise (H23). */
export type ClockStop = StopFact | 'callback-made' | 'next-deadline-announced';

/** A clock (期限) as it was started: everything that counting needs is kept with the case. */
export interface ClockStart extends Counted {
  readonly clock: string;
  /** The office that has the case; absent in what was written before: that of who started it. */
  readonly office?: string;
  /** Of a term of a rulebook, or of a promise to call, which counts by what was promised (H05). */
  readonly code: ClockCode | 'DL-CALLBACK';
  /** The document or the call that it is about, where it is about one. */
  readonly about?: string;
  readonly rulebook: string;
  readonly rulebookVersion: number;
  readonly basis: RulebookKind | 'promise';
  readonly start: StartFact | 'callback-promised';
  readonly startAt: Instant;
  readonly stop: readonly ClockStop[];
  readonly amount: number;
  readonly unit: Unit;
  readonly roll: boolean;
  readonly pauses: readonly PauseReason[];
  /** How much a reason can stop it in all, in its own unit. */
  readonly pauseCaps?: readonly PauseCap[];
  readonly reminders: readonly Reminder[];
  /** When it may remind (办公时间); absent for terms in hours, which remind at any time, and in what was written before. */
  readonly officeHours?: OfficeHours;
  /** The complainant waits for it: who will not keep it announces the next date before it lapses (H23). */
  readonly announce?: boolean;
  /** What the complainant was told of the term before it came under this rulebook (H23); absent where nothing was. */
  readonly delays?: readonly AnnouncedDelay[];
  readonly onMiss: Consequence;
  readonly article: string;
  readonly verification: Verification;
}

/** A pause as it counts for one clock. */
export interface ClockPause extends Pause {
  /** While it lasts: the day on which it ends by itself. */
  readonly endsOn?: Day;
  /** What ends it, if not a fact: the rule's cap, or the day that was agreed. */
  readonly endedBy?: 'cap' | 'agreement';
}

/** What makes a clock be counted anew, besides the calendar; `office-hours`: a reminder came late, and was put off. */
export const RECKONED_BECAUSE = ['pause', 'extension', 'correction', 'office-hours'] as const;
export type ReckonedBecause = (typeof RECKONED_BECAUSE)[number];

/**
 * Before whom a miss is brought (升级): who has the case in hand, a post of the office that has it (`superior-of-approver`:
 * its bureau leader 主管领导, above the leader in charge), or the office above.
 */
export const ESCALATED_TO = [
  'handler',
  'section-head',
  'leader',
  'superior-of-approver',
  'superior-office',
] as const;
export type EscalatedTo = (typeof ESCALATED_TO)[number];

export const CLOCK_STATUSES = ['running', 'paused', 'met', 'missed', 'met-late', 'cancelled'] as const;

/** A clock with what has become of it. Ends in exactly one of met, missed (perhaps met late after), cancelled. */
export interface Clock extends ClockStart {
  readonly status: (typeof CLOCK_STATUSES)[number];
  /** Rings not yet raised. */
  readonly open: readonly string[];
  readonly raised: readonly string[];
  readonly pausedOver: readonly ClockPause[];
  /** Granted in all, in the clock's own unit (A11). */
  readonly extended?: number;
  readonly metAt?: Instant;
  /** The fact that met it, and what its timeliness was judged by where that is another moment (民诉法 85). */
  readonly metBy?: ClockStop;
  readonly timelyAt?: Instant;
  readonly missedAt?: Instant;
  /** When the case came to its end, and the clock with it. */
  readonly cancelledAt?: Instant;
  /** What the complainant was told of its not being kept, in the order in which it was recorded (H23). */
  readonly delays?: readonly AnnouncedDelay[];
  /** How it was counted anew, oldest first. */
  readonly moves?: readonly ClockMove[];
  /** The calendar counts another date than the one that stands. */
  readonly notMoved?: { readonly wouldBeDueOn: Day; readonly why: StaysBecause };
}

/** What a clock was started with and stays as it is, whatever becomes of the clock. */
export type ClockTerms = Omit<ClockStart, keyof Counted | 'startAt' | 'delays' | 'verification'>;

/** What changes in the course of a clock. */
export type ClockCourse = Omit<Clock, keyof ClockTerms>;

const TERMS = {
  ...{ clock: true, office: true, code: true, about: true, basis: true },
  ...{ rulebook: true, rulebookVersion: true, article: true, announce: true, onMiss: true },
  ...{ start: true, stop: true, amount: true, unit: true, roll: true, pauses: true, pauseCaps: true },
  ...{ reminders: true, officeHours: true },
} satisfies Record<keyof ClockTerms, true>;

/** A clock in two parts: what stays, and what its events change. */
export function partsOfClock(clock: Clock): { readonly terms: ClockTerms; readonly course: ClockCourse } {
  const isTerm = ([name]: readonly [string, unknown]) => name in TERMS;
  const entries = Object.entries(clock);
  const terms = Object.fromEntries(entries.filter(isTerm)) as unknown as ClockTerms;
  const course = Object.fromEntries(entries.filter((entry) => !isTerm(entry))) as unknown as ClockCourse;
  return { terms, course };
}

/** The complainant was told how the case stands and by when he hears next, because the term will not be kept (H23). */
export interface AnnouncedDelay {
  readonly by: string;
  readonly announcedAt: Instant;
  /** The date that was announced; the call with it is owed from then on. */
  readonly nextDueAt: Instant;
  readonly callbackId: string;
}

/** Counted anew: from which date to which, and why. */
export interface ClockMove {
  readonly from: Day;
  readonly to: Day;
  /** What of the case did it; absent, the calendar alone. */
  readonly because?: ReckonedBecause;
  readonly notices: readonly string[];
  readonly officeDays: boolean;
  readonly knownOn: Day;
}

/** Its date had passed when the calendar changed, or the new one had: nobody could have kept it. */
export type StaysBecause = 'date-has-passed' | 'new-date-has-passed';
