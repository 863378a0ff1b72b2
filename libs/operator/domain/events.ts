import type { Instant, Sealed } from '#kernel';
import type {
  AcceptanceNotice,
  Archive,
  Change,
  Investigation,
  Mediation,
  Outcome,
  Registration,
  Supplement,
} from './facts.js';

/**
 * Everything that can happen to a direct complaint in the operator's register. One line here adds an event: the
 * compiler then asks for its version in `registry.ts` and for what it does to the state in `evolve.ts`.
 * Names and fields are stored for ever: never rename, never change a meaning.
 */
export interface DirectComplaintFacts {
  OperatorComplaintReceived: Registration;
  OperatorAcceptanceNotified: AcceptanceNotice;
  OperatorSupplementReceived: Supplement;
  OperatorCaseAssigned: { readonly responsible: string; readonly by: string; readonly at: Instant };
  OperatorInvestigationRecorded: Investigation & { readonly recordId: string; readonly by: string };
  OperatorMediatedInternally: Mediation & { readonly recordId: string; readonly by: string };
  OperatorOutcomeRecorded: Outcome & { readonly by: string };
  OperatorArchived: Archive;
  OperatorDestructionProposed: { readonly by: string; readonly at: Instant; readonly reason: Sealed };
  OperatorDestructionRefused: { readonly by: string; readonly at: Instant; readonly reason: Sealed };
  OperatorFileDestroyed: { readonly proposedBy: string; readonly approvedBy: string; readonly at: Instant };
  /** A record was wrong. What it said stays in the history; what it says now stands here, with the reason. */
  OperatorRecordCorrected: {
    readonly correctionId: string;
    readonly by: string;
    readonly at: Instant;
    readonly reason: Sealed;
    readonly change: Change;
  };
  /** Somebody looked at the complainant's contact in full, and said what for. */
  OperatorContactDisclosed: { readonly by: string; readonly at: Instant; readonly purpose: Sealed };
}

export type DirectComplaintEventType = keyof DirectComplaintFacts;
export type DirectComplaintEvent = {
  readonly [Type in DirectComplaintEventType]: {
    readonly type: Type;
    readonly data: DirectComplaintFacts[Type];
  };
}[DirectComplaintEventType];
