import type { Instant, Sealed } from '#kernel';

/** What came of a case that another office or department got (转办、移送). */
export interface HandoverCommands {
  RecordReferralReport: { readonly reportedAt?: Instant; readonly result: Sealed };
  CloseTransfer: { readonly decidedAt?: Instant; readonly reason: Sealed };
  RecordTransferResult: { readonly receivedAt?: Instant; readonly result: Sealed };
}
