import type { Day, Instant, JsonObject, Sealed } from '#kernel';
import type { Unit } from '#calendar';
import type {
  ClockCode,
  Consequence,
  PauseReason,
  Reminder,
  StartFact,
  StopFact,
  Verification,
} from '#rulebook';
import type { DocumentKind, Service, ServiceMethod } from './documents.js';
import type { Decision, Registration, Reply, Review, SupplementItem } from './facts.js';

/** A moment at which a clock's timer rings: a reminder rung, or `due`. */
export interface Ring {
  readonly rung: string;
  readonly at: Instant;
}

/** A clock (期限) as it was started: everything that counting needs is kept with the case. */
export interface ClockStart {
  readonly clock: string;
  readonly code: ClockCode;
  readonly rulebook: string;
  readonly rulebookVersion: number;
  readonly basis: 'internal' | 'statutory' | 'overlay';
  readonly start: StartFact;
  readonly startAt: Instant;
  readonly stop: readonly StopFact[];
  readonly amount: number;
  readonly unit: Unit;
  readonly roll: boolean;
  readonly pauses: readonly PauseReason[];
  readonly reminders: readonly Reminder[];
  readonly onMiss: Consequence;
  readonly article: string;
  readonly verification: Verification;
  readonly dueOn: Day;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly calendar: string;
  /** What was known of the calendar when the date was counted. */
  readonly knownOn: Day;
  readonly revision: number;
  readonly rings: readonly Ring[];
}

/**
 * Everything that can happen to a complaint. One line here adds an event: the compiler then asks for its
 * version in `registry.ts` and for what it does to the state in `evolve.ts`.
 * Names and fields are stored for ever: never rename, never change a meaning.
 */
export interface ComplaintFacts {
  ComplaintRegistered: Registration;
  /** The office's own chain of stages would end after the statutory limit (spec 0, fact 3). */
  ChainOverrunForeseen: {
    readonly internal: string;
    readonly statutory: string;
    readonly statutoryEndsOn: Day;
    readonly verification: Verification;
    /** The ways of deciding that would end too late. */
    readonly paths: readonly {
      readonly decision: string;
      readonly endsOn: Day;
      readonly steps: readonly { readonly code: string; readonly dueOn: Day }[];
    }[];
  };
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
  HandlersAssigned: { readonly handlers: readonly string[]; readonly by: string; readonly at: Instant };
  CaseFilingRequested: { readonly by: string; readonly at: Instant; readonly report: Sealed };
  CaseFiled: { readonly approvedBy: string; readonly at: Instant };
  DocumentDrafted: {
    readonly documentId: string;
    readonly kind: DocumentKind;
    readonly draftedBy: string;
    readonly draftedAt: Instant;
    readonly contents: JsonObject;
  };
  DocumentIssued: {
    readonly documentId: string;
    readonly number: string;
    readonly issuedBy: string;
    readonly issuedAt: Instant;
  };
  DocumentSent: { readonly documentId: string; readonly method: ServiceMethod; readonly sentAt: Instant };
  DocumentServed: { readonly documentId: string; readonly kind: DocumentKind; readonly service: Service };
  RespondentReplied: Reply;
  RespondentReplyOverdue: { readonly at: Instant };
  ReferralReported: { readonly reportedAt: Instant; readonly result: Sealed };
  TransferResultReceived: { readonly receivedAt: Instant; readonly result: Sealed };
  /** Somebody looked at a complainant's contact in full, and said what for. */
  ContactDisclosed: {
    readonly by: string;
    readonly at: Instant;
    readonly subject: string;
    readonly purpose: Sealed;
  };
  ClockStarted: ClockStart;
  ClockReminded: {
    readonly clock: string;
    readonly rung: string;
    readonly at: Instant;
    readonly revision: number;
  };
  ClockPaused: {
    readonly clock: string;
    readonly reason: PauseReason;
    readonly from: Day;
    readonly open: readonly string[];
    readonly revision: number;
  };
  ClockResumed: {
    readonly clock: string;
    readonly until: Day;
    readonly dueOn: Day;
    readonly dueAt: Instant;
    readonly provisional: boolean;
    readonly calendar: string;
    readonly knownOn: Day;
    readonly revision: number;
    readonly rings: readonly Ring[];
  };
  /** `inTime` is judged by when it happened, or, for mail, by when it was posted (民诉法 85). */
  ClockMet: {
    readonly clock: string;
    readonly metAt: Instant;
    readonly inTime: boolean;
    readonly open: readonly string[];
    readonly revision: number;
  };
  /** `at`: when the term ran out; the event's own times say when that was noticed. */
  ClockMissed: {
    readonly clock: string;
    readonly code: ClockCode;
    readonly dueOn: Day;
    readonly at: Instant;
    readonly consequence: Consequence;
    readonly open: readonly string[];
    readonly revision: number;
  };
  ClockCancelled: {
    readonly clock: string;
    readonly reason: string;
    readonly open: readonly string[];
    readonly revision: number;
  };
  /** A miss is brought before whom the rule names. */
  Escalated: { readonly clock: string; readonly to: readonly string[]; readonly consequence: Consequence };
}

export type ComplaintEventType = keyof ComplaintFacts;
export type ComplaintEvent = {
  readonly [Type in ComplaintEventType]: { readonly type: Type; readonly data: ComplaintFacts[Type] };
}[ComplaintEventType];
