import type { ComplaintEventType } from './events.js';

/** Turns an older version's data into the next version's. Pure; never changes what was meant. */
export type Upcast = (data: never) => unknown;

interface EventVersion {
  readonly version: number;
  /** Step n leads from version n + 1 to n + 2; as many steps as versions before the present one. */
  readonly upcasts: readonly Upcast[];
}

const FIRST: EventVersion = { version: 1, upcasts: [] };

/** Every event with the version it is written in. The compiler asks for a line when an event is added. */
export const COMPLAINT_EVENTS: Readonly<Record<ComplaintEventType, EventVersion>> = {
  ComplaintRegistered: FIRST,
  ChainOverrunForeseen: FIRST,
  ReviewBegun: FIRST,
  SupplementRequested: FIRST,
  SupplementReceived: FIRST,
  SupplementOverdue: FIRST,
  PreliminaryReviewCompleted: FIRST,
  ReviewReturned: FIRST,
  AcceptanceDecided: FIRST,
  HandlersAssigned: FIRST,
  CaseFilingRequested: FIRST,
  CaseFiled: FIRST,
  DocumentDrafted: FIRST,
  DocumentIssued: FIRST,
  DocumentSent: FIRST,
  DocumentServed: FIRST,
  RespondentReplied: FIRST,
  RespondentReplyOverdue: FIRST,
  ReferralReported: FIRST,
  TransferResultReceived: FIRST,
  ContactDisclosed: FIRST,
  ClockStarted: FIRST,
  ClockReminded: FIRST,
  ClockPaused: FIRST,
  ClockResumed: FIRST,
  ClockMet: FIRST,
  ClockMissed: FIRST,
  ClockCancelled: FIRST,
  Escalated: FIRST,
};
