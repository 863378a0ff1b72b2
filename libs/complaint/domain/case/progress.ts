import { standingDocuments } from '../closing/earlier-course.js';
import type { Resumption } from '../closing/facts.js';
import type { DocumentKind } from '../documents/documents.js';
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
    case 'OralNoticeRecorded':
      return onwards({ ...progress, served: [...progress.served, event.data.kind] });
    case 'RespondentReplied':
    case 'RespondentReplyOverdue':
      return onwards({ ...progress, answered: true });
    case 'ConsequenceWithdrawn': {
      const { consequence, replied = false, backTo: phase = progress.phase } = event.data;
      const silent = consequence === 'note-silence-and-continue' && !replied;
      return { ...progress, phase, answered: progress.answered && !silent };
    }
    case 'FactsEstablished':
      return { ...progress, phase: 'facts-established' };
    case 'MediationOpened':
      return { ...progress, phase: 'mediating' };
    case 'MediationFailed':
      return { ...progress, phase: 'mediation-failed' };
    case 'MediationAgreed':
      return { ...progress, phase: 'agreed' };
    case 'SettlementChecked':
      return event.data.upheld ? { ...progress, phase: 'settled' } : progress;
    case 'RulingIssued':
      return { ...progress, phase: 'ruled' };
    case 'MediationTerminated':
      return { ...progress, phase: 'terminated' };
    case 'DepositDecisionSigned':
      return { ...progress, phase: 'deposit-decided' };
    case 'ReferralReported':
      return { ...progress, phase: 'referral-concluded' };
    case 'TransferResultReceived':
    case 'TransferClosed':
      return { ...progress, phase: 'transfer-concluded' };
    case 'ComplaintWithdrawn':
      return { ...progress, phase: 'withdrawn' };
    case 'CaseFilingRevoked':
      return { ...progress, phase: 'revoked' };
    case 'ImmediateActionRecorded':
      return { ...progress, phase: 'acted-at-once' };
    case 'ClosingRequested':
      return { ...progress, phase: 'closing-requested' };
    case 'ClosingReturned':
      return { ...progress, phase: event.data.to };
    case 'CaseClosed':
      return { ...progress, phase: 'closed' };
    case 'CaseArchived':
      return { ...progress, phase: 'archived' };
    case 'CaseReopened':
      return reopened(progress, event.data.into);
    case 'ReferralReportReturned':
      return { ...progress, phase: 'referred-down' };
    case 'HandoverReturned':
      return reopened(progress, 'under-review');
    case 'ReferralRecalled':
      return event.data.here ? reopened(progress, 'under-review') : { ...progress, phase: 'handed-over' };
    case 'ReportReturned':
      return CONCLUDED_ELSEWHERE.includes(progress.phase) ? reopened(progress, 'under-review') : progress;
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

/**
 * What was served or answered before still counts where the case goes on as an accepted one. A decision that came to
 * nothing leaves a case that is reviewed again.
 */
function reopened({ served, answered }: Progress, into: Resumption): Progress {
  const standing = standingDocuments(into);
  return {
    phase: into,
    served: served.filter((kind) => standing.includes(kind)),
    answered: answered && into !== 'under-review',
  };
}

/** Ends that were no acceptance: from them a case is decided anew when its report is sent back. */
export const CONCLUDED_ELSEWHERE: readonly Phase[] = [
  'rejection-served',
  'transfer-concluded',
  'referral-concluded',
];

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
