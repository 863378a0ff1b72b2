import type { Day, Instant, Sealed } from '#kernel';
import type { DocumentKind, Service, ServiceMethod } from './documents.js';
import type {
  Condition,
  Jurisdiction,
  Outcome,
  Registration,
  RejectionReason,
  Remedy,
  ReplyPart,
  Scope,
  SupplementItem,
} from './facts.js';

/** What a person can ask of a complaint. `…At` is when it happened; absent means now. */
export interface ComplaintCommands {
  RegisterComplaint: Omit<Registration, 'registeredAt' | 'registeredBy'>;
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
    /** Approves the filing in the same act (A03). */
    readonly file?: boolean;
  };
  AssignHandlers: { readonly handlers: readonly string[] };
  RequestFiling: { readonly report: Sealed };
  ApproveFiling: Record<string, never>;
  DraftDocument: { readonly documentId: string; readonly kind: DocumentKind; readonly note?: Sealed };
  IssueDocument: { readonly documentId: string; readonly number: string };
  SendDocument: {
    readonly documentId: string;
    readonly method: ServiceMethod;
    readonly sentAt?: Instant;
  };
  RecordService: { readonly documentId: string; readonly service: Service };
  RecordReply: {
    readonly receivedAt?: Instant;
    readonly parts: Readonly<Partial<Record<ReplyPart, Sealed>>>;
    readonly evidence: readonly Sealed[];
  };
  RecordReferralReport: { readonly reportedAt?: Instant; readonly result: Sealed };
  RecordTransferResult: { readonly receivedAt?: Instant; readonly result: Sealed };
  /** Asks to see a complainant's contact in full. */
  DiscloseContact: { readonly subject: string; readonly purpose: Sealed };
  /** Sent by the timers, never by a person. Harmless when stale, early or repeated. */
  RingClock: { readonly clock: string; readonly rung: string; readonly revision: number };
}

export type ComplaintCommandType = keyof ComplaintCommands;
export type ComplaintCommand = {
  readonly [Type in ComplaintCommandType]: { readonly type: Type; readonly data: ComplaintCommands[Type] };
}[ComplaintCommandType];
/** One command by name. */
export type CommandOf<Type extends ComplaintCommandType> = Extract<ComplaintCommand, { readonly type: Type }>;
