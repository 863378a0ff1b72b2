import type { Instant } from '#kernel';

/**
 * A stretch of a case's life: from a moment on, up to another, which no longer belongs to it; `to` is absent while it
 * lasts.
 */
export interface Spell {
  readonly from: Instant;
  readonly to?: Instant;
  /** What ended it, where that is told apart: `closed`, `handed-over`, … */
  readonly as?: string;
}

/** A decision on acceptance (审批决定), as often as one was made. */
export interface CountedDecision {
  readonly at: Instant;
  /** `accept`, `reject`, `transfer`, `refer-down` */
  readonly outcome: string;
  /** Grounds of a rejection, R1–R6. */
  readonly grounds: readonly string[];
  /** Heads of the scope that the review found, S1–S6. */
  readonly scope: readonly string[];
}

/** How the matter came out (处理结果), with the beginning of the work that led there. */
export interface CountedOutcome {
  readonly at: Instant;
  readonly since: Instant;
  /** `agreed`, `settled`, `terminated`, `withdrawn`, … */
  readonly as: string;
}

export interface CountedRecusal {
  readonly requestedAt: Instant;
  readonly decidedAt?: Instant;
  readonly granted?: boolean;
}

/**
 * What statistics need of one case, and no more: codes and moments. Nothing says who complained, of whom, or who had
 * it in hand.
 */
export interface CountedCase {
  readonly receivedAt: Instant;
  readonly channel: string;
  /** Kind of the operator complained of; null where it was not recorded. */
  readonly respondent: string | null;
  /** Kinds of what is asked for, each once. */
  readonly claims: readonly string[];
  /** It came from another office of the installation. */
  readonly fromOffice: boolean;
  /** It is linked to an earlier complaint as the same one brought again (重复投诉). */
  readonly repeated: boolean;
  /** When it waited for its decision. */
  readonly undecided: readonly Spell[];
  /** When it was work of this office: from the receipt, or from being taken up again, until it was closed or left it. */
  readonly work: readonly Spell[];
  readonly decisions: readonly CountedDecision[];
  readonly outcomes: readonly CountedOutcome[];
  readonly recusals: readonly CountedRecusal[];
  /** What complainants said of the handling when they were called (H10). */
  readonly satisfaction: readonly { readonly at: Instant; readonly said: string }[];
}

/**
 * How a term stands (期限): kept, made good after it had run out, run out and open, running or standing still, or
 * fallen away.
 */
export const TERM_STANDINGS = ['met', 'late', 'missed', 'running', 'cancelled'] as const;
export type TermStanding = (typeof TERM_STANDINGS)[number];

/** Terms of one kind that fell due in the quarter and stand alike. */
export interface CountedTerms {
  /** `DL-ACCEPT` */
  readonly code: string;
  /** `statutory`, `internal`, `overlay`, `promise` */
  readonly basis: string;
  readonly standing: TermStanding;
  /** The rulebook's term is not verified. */
  readonly unverified: boolean;
  readonly count: number;
}

/** Everything that the figures of an office for a quarter are counted from. */
export interface Counted {
  /** Every case that was there in the quarter; others do no harm. */
  readonly cases: Iterable<CountedCase>;
  /** Every term that fell due in the quarter. */
  readonly terms: Iterable<CountedTerms>;
}
