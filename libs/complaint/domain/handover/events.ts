import type { Instant, Sealed } from '#kernel';

/** What came of a case that another office or department got (转办、移送). */
export interface HandoverEvents {
  ReferralReported: { readonly reportedAt: Instant; readonly result: Sealed };
  /** The office waits no longer for a result that does not come (procedure.md 1.7). */
  TransferClosed: { readonly by: string; readonly decidedAt: Instant; readonly reason: Sealed };
  TransferResultReceived: { readonly receivedAt: Instant; readonly result: Sealed };
}
