import type { Day, Instant, Sealed } from '#kernel';
import type { Verification } from '#rulebook';
import type { Decision, Registration, Review, SupplementItem } from './facts.js';

/** From receipt to the leader's decision (登记、初审、受理审批). */
export interface IntakeEvents {
  ComplaintRegistered: Registration;
  /** The office's own chain of stages would end after the limit of the law or of a local rule (spec 0, fact 3). */
  ChainOverrunForeseen: {
    readonly internal: string;
    readonly statutory: string;
    readonly statutoryEndsOn: Day;
    readonly verification: Verification;
    /** Where the date beside it, here and below, rests on days of a year without a published notice. */
    readonly provisional?: true;
    /** A local rule whose limit ends before the law's; the ways of deciding are then measured against it. */
    readonly earlier?: {
      readonly rulebook: string;
      readonly endsOn: Day;
      readonly verification: Verification;
      readonly provisional?: true;
    };
    /** The ways of deciding that would end too late. */
    readonly paths: readonly {
      readonly decision: string;
      readonly endsOn: Day;
      readonly provisional?: true;
      readonly steps: readonly { readonly code: string; readonly dueOn: Day; readonly provisional?: true }[];
    }[];
  };
  /** What was foreseen rested on a record that was wrong: the chain ends in time. */
  ChainOverrunAverted: { readonly correctionId: string };
  ReviewBegun: { readonly by: string; readonly at: Instant };
  SupplementRequested: {
    readonly items: readonly SupplementItem[];
    readonly note: Sealed;
    readonly requestedAt: Instant;
    readonly by: string;
  };
  /** One part of what was asked for; several may follow each other. */
  SupplementReceived: {
    readonly receivedAt: Instant;
    readonly items: readonly SupplementItem[];
    readonly note?: Sealed;
  };
  SupplementOverdue: { readonly at: Instant };
  PreliminaryReviewCompleted: Review;
  ReviewReturned: { readonly by: string; readonly at: Instant; readonly reason: Sealed };
  AcceptanceDecided: Decision;
}
