import type { Day, Instant, Sealed } from '#kernel';
import type { Remedy } from '#rulebook';

/** How a case ends on which no agreement was reached (处理决定、终止调解). */
export interface OutcomeCommands {
  IssueRuling: {
    readonly ruling: Sealed;
    readonly grounds: Sealed;
    readonly amountFen: number;
    readonly payBy?: Day;
    readonly remedies: readonly Remedy['remedy'][];
    readonly decidedAt?: Instant;
  };
  TerminateMediation: {
    readonly course: Sealed;
    readonly reason: Sealed;
    readonly remedies: readonly Remedy['remedy'][];
    readonly terminatedAt?: Instant;
  };
}
