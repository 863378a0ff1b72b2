import type { Instant, Sealed } from '#kernel';
import type { Attachment } from '../evidence/facts.js';
import type { Agent } from '../people/facts.js';
import type { CaseAt, HandoverKind } from './origin.js';

/** What people do to a case that goes to another office or department (转办、移送), or came from one. */
export interface HandoverCommands {
  RecordReferralReport: { readonly reportedAt?: Instant; readonly result: Sealed };
  CloseTransfer: { readonly decidedAt?: Instant; readonly reason: Sealed };
  RecordTransferResult: { readonly receivedAt?: Instant; readonly result: Sealed };
  RecordTransferReceipt: {
    readonly receivedAt?: Instant;
    readonly receivedBy: Sealed;
    readonly number: string;
  };
  RecordHandoverReturn: { readonly returnedAt?: Instant; readonly reason: Sealed };
  ReturnReferralReport: { readonly reason: Sealed };
  AnswerMoreTime: { readonly granted: boolean; readonly reason?: Sealed };
  ReportToReferrer: { readonly reportedAt?: Instant; readonly result: Sealed };
  ReturnToSender: { readonly reason: Sealed };
  RequestMoreTime: { readonly days: number; readonly reason: Sealed };
}

/** What another office's case tells this one. Written by the installation, never by a person; late or twice, harmless. */
export interface NoteCommands {
  NoteReceivingCase: CaseAt & {
    readonly kind: HandoverKind;
    readonly number: string;
    readonly openedAt: Instant;
  };
  NoteReport: { readonly from: CaseAt; readonly reportedAt: Instant; readonly result: Sealed };
  NoteReturn: { readonly from: CaseAt; readonly returnedAt: Instant; readonly reason: Sealed };
  NoteRecall: { readonly from: CaseAt; readonly byOffice: string; readonly at: Instant };
  NoteMoreTimeRequest: {
    readonly from: CaseAt;
    readonly days: number;
    readonly reason: Sealed;
    readonly at: Instant;
  };
  NoteReportReturned: { readonly at: Instant; readonly reason: Sealed };
  NoteMoreTimeAnswer: {
    readonly granted: boolean;
    readonly days: number;
    readonly at: Instant;
    readonly reason?: Sealed;
  };
  NoteWithdrawal: { readonly byOffice: string; readonly at: Instant };
  /** A file, or an agent of complainants, that the other office has: it goes along with the case (H02). */
  NoteEvidence: { readonly from: CaseAt; readonly attachment: Attachment };
  NoteAgent: { readonly from: CaseAt; readonly agent: Agent };
}
