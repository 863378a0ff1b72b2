import type { Instant, Sealed } from '#kernel';
import type {
  Announcement,
  CallAttempt,
  CallbackEnd,
  CallbackKind,
  CallRecord,
  ImpossibleCall,
  PromisedKind,
} from './facts.js';

interface Set {
  readonly callbackId: string;
  readonly by: string;
  readonly subject?: string;
  readonly assignee?: string;
  /** The clock of this case that counts until it is due. */
  readonly clock: string;
}

/** Calls owed to the complainant (回访). */
export interface CallbacksEvents {
  /** Somebody told the complainant by when he will be called: from then on it is a deadline (H05). */
  CallbackPromised: Set & {
    readonly kind: PromisedKind;
    readonly promisedAt: Instant;
    readonly dueAt: Instant;
    readonly matter: Sealed;
  };
  /** Ordered by somebody of the office, or by the rulebook with the result (H07) or at the closing (H10): then without `matter`. */
  CallbackRequired: Set & {
    readonly kind: CallbackKind;
    readonly requiredAt: Instant;
    readonly dueAt: Instant;
    readonly matter?: Sealed;
  };
  /** The rulebook requires it, and there is no telephone on which it could be made. */
  CallbackNotPossible: ImpossibleCall;
  CallbackAssigned: {
    readonly callbackId: string;
    readonly assignee: string;
    readonly by: string;
    readonly at: Instant;
  };
  CallAttempted: CallAttempt & { readonly callbackId: string };
  /** `clock`: the one that counts until the next deadline (H23). */
  NextDeadlineAnnounced: Announcement & { readonly callbackId: string; readonly clock: string };
  CallbackCompleted: CallRecord & { readonly callbackId: string };
  CallbackCancelled: {
    readonly callbackId: string;
    readonly by: string;
    readonly at: Instant;
    readonly end: CallbackEnd;
    readonly reason?: Sealed;
  };
  /** The complainant is dissatisfied with a closed case: it is brought before the leader (H16). */
  ReopeningOffered: { readonly callbackId: string; readonly at: Instant; readonly to: readonly string[] };
  /** The case was reopened. */
  ReopeningOfferTaken: { readonly callbackId: string; readonly at: Instant };
  ReopeningDeclined: {
    readonly callbackId: string;
    readonly by: string;
    readonly at: Instant;
    readonly reason: Sealed;
  };
}
