import type { Instant, Sealed } from '#kernel';

/** What came of a case that another office or department got (转办、移送). */
export interface HandoverEvents {
  ReferralReported: { readonly reportedAt: Instant; readonly result: Sealed };
  TransferResultReceived: { readonly receivedAt: Instant; readonly result: Sealed };
}
