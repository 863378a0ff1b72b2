import type { Day, Instant, Sealed } from '#kernel';
import type {
  Condition,
  Jurisdiction,
  Outcome,
  RejectionReason,
  Remedy,
  Scope,
  SupplementItem,
} from './facts.js';

/** From receipt to the leader's decision (登记、初审、受理审批). */
export interface IntakeCommands {
  BeginReview: Record<string, never>;
  RequestSupplement: { readonly items: readonly SupplementItem[]; readonly note: Sealed };
  ReceiveSupplement: {
    readonly items: readonly SupplementItem[];
    readonly note?: Sealed;
    readonly receivedAt?: Instant;
  };
  CompleteReview: {
    readonly jurisdiction: Jurisdiction;
    readonly competent?: string;
    /** Id of the competent office, where it is one of this installation. */
    readonly competentOffice?: string;
    /** The harm must be stopped at once: another place counts then (G50). */
    readonly urgentStop?: boolean;
    /** Why the finding is another than what the rulebook and the places say. */
    readonly jurisdictionReason?: Sealed;
    readonly scope: readonly Scope[];
    readonly unmetConditions: readonly Condition[];
    readonly limitation: readonly {
      readonly claim: number;
      readonly class: 'deposit' | 'other';
      readonly startedOn: Day;
    }[];
    readonly recommendation: Outcome;
    readonly opinion: Sealed;
  };
  ReturnReview: { readonly reason: Sealed };
  DecideAcceptance: {
    readonly outcome: Outcome;
    readonly decidedAt?: Instant;
    readonly opinion?: Sealed;
    readonly reasons?: readonly RejectionReason[];
    readonly remedies?: readonly Remedy[];
    readonly receiver?: string;
    /** Id of the receiving office, where it is one of this installation. */
    readonly receiverOffice?: string;
    /** Approves the filing in the same act (A03). */
    readonly file?: boolean;
  };
}
