import type { Instant, Sealed } from '#kernel';
import type { CaseAt, HandoverKind } from './origin.js';

/** A case on its way between offices and departments (转办、移送、退回), told on both sides: sender and receiver. */
export interface HandoverEvents {
  /** A case has been opened at the office that this one went to. */
  ReceivingCaseOpened: CaseAt & {
    readonly kind: HandoverKind;
    readonly number: string;
    readonly openedAt: Instant;
  };
  /** The department's slip for the file (回执). */
  TransferReceiptReceived: {
    readonly receivedAt: Instant;
    readonly receivedBy: Sealed;
    readonly number: string;
  };
  /** What came of it; `from` where an office of this installation reported it itself. */
  ReferralReported: { readonly reportedAt: Instant; readonly result: Sealed; readonly from?: CaseAt };
  TransferResultReceived: { readonly receivedAt: Instant; readonly result: Sealed; readonly from?: CaseAt };
  /** The office waits no longer for a result that does not come (procedure.md 1.7). */
  TransferClosed: { readonly by: string; readonly decidedAt: Instant; readonly reason: Sealed };
  /** The report is not enough; the lower office goes on (G12). */
  ReferralReportReturned: { readonly by: string; readonly at: Instant; readonly reason: Sealed };
  /** The receiver finds that it is not competent and gives the case back with its reason (退回). */
  HandoverReturned: {
    readonly returnedAt: Instant;
    readonly reason: Sealed;
    /** The case that was opened for it, where the receiver is an office of this installation. */
    readonly from?: CaseAt;
  };
  /** A superior has taken the referred case up (提级): this office, so that it is here again, or one above it. */
  ReferralRecalled: {
    readonly from: CaseAt;
    readonly byOffice: string;
    readonly at: Instant;
    readonly here: boolean;
  };
  MoreTimeRequestReceived: {
    readonly from: CaseAt;
    readonly days: number;
    readonly reason: Sealed;
    readonly at: Instant;
  };
  /** The referrer's consent, or not (A15). */
  MoreTimeDecided: {
    readonly granted: boolean;
    readonly days: number;
    readonly by: string;
    readonly at: Instant;
    readonly reason?: Sealed;
  };

  /** The receiver's side: its result goes to who sent it the case. */
  ReportedToReferrer: { readonly by: string; readonly reportedAt: Instant; readonly result: Sealed };
  ReportReturned: { readonly at: Instant; readonly reason: Sealed };
  ReturnedToSender: { readonly by: string; readonly at: Instant; readonly reason: Sealed };
  MoreTimeRequested: {
    readonly by: string;
    readonly at: Instant;
    readonly days: number;
    readonly reason: Sealed;
  };
  MoreTimeAnswered: {
    readonly granted: boolean;
    readonly days: number;
    readonly at: Instant;
    readonly reason?: Sealed;
  };
  /** Who sent it no longer has the case himself: it went on without this office. */
  HandoverWithdrawn: { readonly byOffice: string; readonly at: Instant };
}
