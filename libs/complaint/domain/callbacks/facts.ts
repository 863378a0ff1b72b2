import type { Instant, Sealed } from '#kernel';

/**
 * What a call to the complainant is for (回访): how the case stands (进展), what came of it (结果), a call at a time agreed
 * (约定回电), and the follow-up after the closing (办结回访).
 */
export const CALLBACK_KINDS = ['progress', 'result', 'agreed', 'follow-up'] as const;
export type CallbackKind = (typeof CALLBACK_KINDS)[number];

/** Those that somebody promises or requires; a follow-up is required by the rulebook alone, a result by it as well. */
export const PROMISED_KINDS = ['progress', 'result', 'agreed'] as const satisfies readonly CallbackKind[];
export type PromisedKind = (typeof PROMISED_KINDS)[number];

/** What came of a call in which nothing could be said. */
export const CALL_OUTCOMES = ['no-answer', 'busy', 'wrong-number', 'asked-to-call-later'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** 满意度 (H10). */
export const SATISFACTIONS = ['satisfied', 'partly-satisfied', 'dissatisfied', 'no-opinion'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** A call that reached nobody, or not for long enough. */
export interface CallAttempt {
  readonly by: string;
  readonly attemptedAt: Instant;
  readonly outcome: CallOutcome;
  readonly note?: Sealed;
}

/** The present state told, and the next deadline with it, before or after the one that stood had lapsed (H23). */
export interface Announcement {
  readonly by: string;
  readonly announcedAt: Instant;
  readonly told: Sealed;
  readonly dueAt: Instant;
}

/** What was said: content and result, satisfaction, and who recorded it (H19). */
export interface CallRecord {
  readonly by: string;
  readonly completedAt: Instant;
  readonly record: Sealed;
  readonly satisfaction?: Satisfaction;
  /** "Is this acceptable?" (H15) */
  readonly acceptable?: boolean;
  /** "Anything else?", and what was answered (H15). */
  readonly anythingElse?: Sealed;
}

/**
 * Why a call is not made any more: nobody was reached, the case goes on, the complainant was told in person, or the result
 * that was to be told does not stand.
 */
export type CallbackEnd = 'not-reached' | 'case-reopened' | 'told-in-person' | 'result-undone';

/** A call that a rulebook requires and nobody can make. */
export interface ImpossibleCall {
  readonly kind: CallbackKind;
  /** When it would have become due to be made. */
  readonly at: Instant;
  readonly because: 'no-telephone';
}

/** A dissatisfied complainant in a closed case: the leader reopens it, or declines with reasons (H16). */
export interface ReopeningOffer {
  readonly offeredAt: Instant;
  readonly takenAt?: Instant;
  readonly declined?: { readonly by: string; readonly at: Instant; readonly reason: Sealed };
}

/** A call that is owed to a complainant, and what has become of it. */
export interface Callback {
  readonly callbackId: string;
  readonly kind: CallbackKind;
  readonly origin: 'promised' | 'required';
  readonly setBy: string;
  readonly setAt: Instant;
  /** Which complainant; whoever speaks for the complaint where none is named. */
  readonly subject?: string;
  /** What the call is to be about. */
  readonly matter?: Sealed;
  /** Whose call it is (H01); nobody's yet where it is absent. */
  readonly assignee?: string;
  /** The clock by which it is due now. */
  readonly clock: string;
  readonly attempts: readonly CallAttempt[];
  readonly announcements: readonly Announcement[];
  readonly completed?: CallRecord;
  readonly cancelled?: {
    readonly by: string;
    readonly at: Instant;
    readonly end: CallbackEnd;
    readonly reason?: Sealed;
  };
  readonly offer?: ReopeningOffer;
}
