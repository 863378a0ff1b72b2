import type { Day, Instant } from '#kernel';
import type { Consequence, PauseReason, Verification } from '#rulebook';
import type { Phase } from '../case/state.js';
import type {
  AnnouncedDelay,
  Clock,
  ClockPause,
  ClockStart,
  ClockStop,
  Counted,
  EscalatedTo,
  ReckonedBecause,
  Ring,
  StaysBecause,
} from './clock.js';

/** What changed, and who is told of it. */
interface CalendarMove {
  readonly clock: string;
  readonly oldDueOn: Day;
  /** Numbers of the notices that the date was not counted by before; ids where they have none. */
  readonly notices: readonly string[];
  /** The office's own days are others than before. */
  readonly officeDays: boolean;
  /** The calendar by which it was counted now. */
  readonly calendar: string;
  /** Ids of those who have the case in hand. */
  readonly told: readonly string[];
}

/** The clock ledger of a case (期限, deadlines.md 4). */
export interface ClocksEvents {
  ClockStarted: ClockStart;
  ClockReminded: {
    readonly clock: string;
    readonly rung: string;
    readonly at: Instant;
    readonly revision: number;
  };
  ClockPaused: {
    readonly clock: string;
    readonly reason: PauseReason;
    readonly from: Day;
    /** Where it ends by itself: on which day, and why. */
    readonly endsOn?: Day;
    readonly endedBy?: ClockPause['endedBy'];
    readonly open: readonly string[];
    readonly revision: number;
    /** Wakes the clock up on the day on which the pause ends by itself. */
    readonly rings?: readonly Ring[];
    /** How sure the date is from now on, where the pause makes it another: it rests on the pause. */
    readonly verification?: Verification;
  };
  ClockResumed: Counted & {
    readonly clock: string;
    readonly until: Day;
    /** Absent where a fact ended the pause. */
    readonly endedBy?: ClockPause['endedBy'];
    /** Rings that stood while it was paused. */
    readonly open?: readonly string[];
    /** How sure the date is now, where that is otherwise than while it was paused. */
    readonly verification?: Verification;
  };
  /**
   * A clock was counted anew: its date, the moments of its reminders, or whether it is provisional. `because`: what
   * of the case did it; absent, the calendar alone moved it (deadlines.md 3). The case's own people are told. While
   * it stands still, the date is the one that it had.
   */
  ClockRescheduled: CalendarMove &
    Counted & {
      readonly because?: ReckonedBecause;
      readonly wasProvisional: boolean;
      /** Rings that stood before. */
      readonly open: readonly string[];
      /** What it was counted by, where that has changed. */
      readonly startAt?: Instant;
      readonly pausedOver?: readonly ClockPause[];
      readonly extended?: number;
      readonly verification?: Verification;
    };
  /** The calendar would count another date, and the clock stays: a day that has passed is never moved (deadlines.md 3). */
  ClockNotMoved: CalendarMove & {
    readonly wouldBeDueOn: Day;
    readonly why: StaysBecause;
  };
  /**
   * What was found of a clock proves to be otherwise: a miss that was none, a date kept that was not. The old
   * finding stays in the history. `running`: it runs again, or stands still.
   */
  ClockReassessed: {
    readonly clock: string;
    readonly because: ReckonedBecause;
    readonly was: Clock['status'];
    readonly is: Clock['status'];
    /** The date by which it was found so. */
    readonly dueOn: Day;
    readonly dueAt: Instant;
    readonly metAt?: Instant;
    readonly timelyAt?: Instant;
    readonly revision: number;
  };
  /**
   * H23: the complainant was told that the term will not be kept, how the case stands, and by when he hears next. What was
   * said stands with the call that is owed for it.
   */
  ClockDelayAnnounced: AnnouncedDelay & { readonly clock: string };
  /** `inTime` is judged by when it happened, or, for mail, by when it was posted (民诉法 85). */
  ClockMet: {
    readonly clock: string;
    readonly metAt: Instant;
    readonly inTime: boolean;
    readonly fact?: ClockStop;
    /** Where timeliness was judged by another moment than the fact itself. */
    readonly timelyAt?: Instant;
    readonly open: readonly string[];
    readonly revision: number;
  };
  /** `at`: when the term ran out; the event's own times say when that was noticed. */
  ClockMissed: {
    readonly clock: string;
    readonly code: ClockStart['code'];
    readonly dueOn: Day;
    readonly at: Instant;
    readonly consequence: Consequence;
    /** The case had come to its end when this was noticed. */
    readonly endedAt?: Instant;
    readonly open: readonly string[];
    readonly revision: number;
  };
  ClockCancelled: {
    readonly clock: string;
    readonly reason: string;
    readonly at?: Instant;
    readonly open: readonly string[];
    readonly revision: number;
  };
  /** What had followed from a miss that was none is taken back. `backTo`: the phase in which the case goes on. */
  ConsequenceWithdrawn: {
    readonly clock: string;
    readonly consequence: Consequence;
    /** It was silence, and the respondent has answered since: the case rests on the answer. */
    readonly replied?: true;
    readonly backTo?: Phase;
  };
  /** A miss is brought before whom the rule names. */
  Escalated: {
    readonly clock: string;
    readonly to: readonly EscalatedTo[];
    readonly consequence: Consequence;
  };
}
