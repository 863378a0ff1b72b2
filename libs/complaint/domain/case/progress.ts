import { DOCUMENTS, type DocumentKind } from '../documents/documents.js';
import type { ComplaintEvent } from './events.js';
import type { Phase } from './state.js';

/** As much of a case as its phase depends on. Read models keep this beside their columns. */
export interface Progress {
  readonly phase: Phase;
  /** Kinds of documents served so far. */
  readonly served: readonly DocumentKind[];
  /** The respondent has replied, or his silence was noted. */
  readonly answered: boolean;
}

const OUTCOME_PHASES = {
  accept: 'accepted',
  reject: 'rejected',
  transfer: 'transferred-out',
  'refer-down': 'referred-down',
} as const;

/** How an event moves a case on. The only place that says which phase follows (procedure.md 1.7). */
export function advance(progress: Progress, event: ComplaintEvent): Progress {
  switch (event.type) {
    case 'ReviewBegun':
      return progress.phase === 'registered' ? { ...progress, phase: 'under-review' } : progress;
    case 'SupplementReceived':
    case 'SupplementOverdue':
      return progress.phase === 'awaiting-supplement' ? { ...progress, phase: 'under-review' } : progress;
    case 'ReviewReturned':
      return { ...progress, phase: 'under-review' };
    case 'SupplementRequested':
      return { ...progress, phase: 'awaiting-supplement' };
    case 'PreliminaryReviewCompleted':
      return { ...progress, phase: 'awaiting-approval' };
    case 'AcceptanceDecided':
      return { ...progress, phase: OUTCOME_PHASES[event.data.outcome] };
    case 'CaseFiled':
      return onwards({ ...progress, phase: 'filed' });
    case 'DocumentServed':
      return onwards({ ...progress, served: [...progress.served, event.data.kind] });
    case 'RespondentReplied':
    case 'RespondentReplyOverdue':
      return onwards({ ...progress, answered: true });
    case 'ReferralReported':
      return { ...progress, phase: 'referral-concluded' };
    case 'TransferResultReceived':
      return { ...progress, phase: 'transfer-concluded' };
    case 'ReferralReportReturned':
      return { ...progress, phase: 'referred-down' };
    case 'HandoverReturned':
      return undone(progress);
    case 'ReferralRecalled':
      return event.data.here ? undone(progress) : { ...progress, phase: 'handed-over' };
    case 'ReportReturned':
      return CONCLUDED_ELSEWHERE.includes(progress.phase) ? undone(progress) : progress;
    case 'DesignationSought':
      return { ...progress, phase: 'awaiting-designation' };
    case 'JurisdictionDesignated':
      return event.data.stays ? designatedHere(progress) : { ...progress, phase: 'handed-over' };
    case 'ReturnedToSender':
    case 'CaseRecalled':
    case 'CaseReassigned':
    case 'HandoverWithdrawn':
      return { ...progress, phase: 'handed-over' };
    default:
      return progress;
  }
}

/** Ends that were no acceptance: from them a case is decided anew when its report is sent back. */
export const CONCLUDED_ELSEWHERE: readonly Phase[] = [
  'rejection-served',
  'transfer-concluded',
  'referral-concluded',
];

/** A decision came to nothing: the case is reviewed again, and notices that were served by it count no more. */
function undone(progress: Progress): Progress {
  const served = progress.served.filter((kind) => DOCUMENTS[kind].outcome === undefined);
  return { phase: 'under-review', served, answered: false };
}

/** What was found before a superior said that the case is this office's own has to be found anew. */
function designatedHere(progress: Progress): Progress {
  const waits = progress.phase === 'awaiting-designation' || progress.phase === 'awaiting-approval';
  return waits ? { ...progress, phase: 'under-review' } : progress;
}

/**
 * Service moves a case on: a rejection served is its end; with both notices served the reply is awaited; with
 * the reply, or its absence noted, the case goes on (G19, G20).
 */
function onwards(progress: Progress): Progress {
  const { phase, served, answered } = progress;
  if (phase === 'rejected' && served.includes('D06')) return { ...progress, phase: 'rejection-served' };
  const notified = served.includes('D04') && served.includes('D05');
  if (phase === 'filed' && notified) {
    return { ...progress, phase: answered ? 'under-investigation' : 'awaiting-reply' };
  }
  if (phase === 'awaiting-reply' && answered) return { ...progress, phase: 'under-investigation' };
  return progress;
}
