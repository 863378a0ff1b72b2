import type { Day, Instant } from '#kernel';
import type { Consequence, PauseReason } from '#rulebook';
import type { ClockStart, Counted, StaysBecause } from './clock.js';

/** What changed in the calendar, and who is told of it. */
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
    readonly open: readonly string[];
    readonly revision: number;
  };
  ClockResumed: Counted & { readonly clock: string; readonly until: Day };
  /**
   * The calendar moved a running clock (deadlines.md 3): its date, the moments of its reminders, or whether it is
   * provisional. The case's own people are told.
   */
  ClockRescheduled: CalendarMove &
    Counted & {
      readonly wasProvisional: boolean;
      /** Rings that stood before. */
      readonly open: readonly string[];
    };
  /** The calendar would count another date, and the clock stays: a day that has passed is never moved (deadlines.md 3). */
  ClockNotMoved: CalendarMove & {
    readonly wouldBeDueOn: Day;
    readonly why: StaysBecause;
  };
  /** `inTime` is judged by when it happened, or, for mail, by when it was posted (民诉法 85). */
  ClockMet: {
    readonly clock: string;
    readonly metAt: Instant;
    readonly inTime: boolean;
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
    readonly open: readonly string[];
    readonly revision: number;
  };
  ClockCancelled: {
    readonly clock: string;
    readonly reason: string;
    readonly open: readonly string[];
    readonly revision: number;
  };
  /** A miss is brought before whom the rule names. */
  Escalated: { readonly clock: string; readonly to: readonly string[]; readonly consequence: Consequence };
}
