import type { Day, Instant } from '#kernel';
import type { ClockCode, Consequence, PauseReason } from '#rulebook';
import type { ClockStart, Counted } from './clock.js';

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
    readonly code: ClockCode;
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
