import type { Day, Instant, Sealed } from '#kernel';
import type { Remedy } from '#rulebook';

/** The office rules on what the parties could not agree on (处理决定, G30). Money in 分. */
export interface Ruling {
  readonly decidedAt: Instant;
  readonly decidedBy: string;
  readonly ruling: Sealed;
  readonly grounds: Sealed;
  readonly amountFen: number;
  /** Last day of payment; absent where nothing is to be paid. */
  readonly payBy?: Day;
  /** What can be done against it, as the rulebook names it. */
  readonly remedies: readonly Remedy[];
}

/** Mediation is terminated (终止调解, G57). */
export interface Termination {
  readonly terminatedAt: Instant;
  readonly by: string;
  readonly course: Sealed;
  readonly reason: Sealed;
  /** Where the parties can turn now, as the rulebook names it. */
  readonly remedies: readonly Remedy[];
}
