import { dayInChina, impossible } from '#kernel';
import type { CaseDocument } from './documents.js';
import type { ComplaintEvent, ComplaintFacts } from './events.js';
import { advance, type Progress } from './progress.js';
import {
  isDecided,
  type Complaint,
  type DecidedComplaint,
  type Disclosure,
  type Phase,
  type RegisteredComplaint,
  type Supplement,
} from './state.js';
import { tick } from './tick.js';

/** What an event does to the state. Total: an event that does not fit the state is a damaged history. */
export function evolve(state: Complaint, event: ComplaintEvent): Complaint {
  if (event.type === 'ComplaintRegistered') {
    return {
      phase: 'registered',
      registration: event.data,
      clocks: [],
      supplements: [],
      documents: [],
      reviewers: [],
    };
  }
  if (state.phase === 'unregistered') throw new Error(`${event.type} before ComplaintRegistered`);
  return inPhase(withFacts(state, event), advance(progressOf(state), event).phase);
}

/** How far the case has come, as its read models keep it. */
export function progressOf(state: RegisteredComplaint): Progress {
  return {
    phase: state.phase,
    served: state.documents.filter(({ service }) => service !== undefined).map(({ kind }) => kind),
    answered: isDecided(state) && (state.reply !== undefined || state.replyOverdueAt !== undefined),
  };
}

/** The facts of a phase are there when it is reached: `withFacts` refuses an event that comes too early or late. */
function inPhase(state: RegisteredComplaint, phase: Phase): RegisteredComplaint {
  return phase === state.phase ? state : ({ ...state, phase } as RegisteredComplaint);
}

function withFacts(
  state: RegisteredComplaint,
  event: Exclude<ComplaintEvent, { readonly type: 'ComplaintRegistered' }>,
): RegisteredComplaint {
  switch (event.type) {
    case 'ChainOverrunForeseen':
    case 'Escalated':
      return state;
    case 'ReviewBegun':
      return { ...undecided(state, event.type), reviewer: event.data.by };
    case 'SupplementRequested':
      return {
        ...undecided(state, event.type),
        supplements: [
          ...state.supplements,
          { ...asked(event.data), received: [], notes: [], overdue: false },
        ],
      };
    case 'SupplementReceived':
      return supplemented(state, event.data);
    case 'SupplementOverdue':
      return withLastSupplement(state, { overdue: true });
    case 'PreliminaryReviewCompleted':
      return reviewed(undecided(state, event.type), event.data);
    case 'ReviewReturned':
      return { ...undecided(state, event.type), returns: [...(state.returns ?? []), event.data] };
    case 'AcceptanceDecided':
      return decided(state, event.data);
    case 'HandlersAssigned':
      return { ...decidedCase(state, event.type), handlers: event.data.handlers };
    case 'CaseFilingRequested':
      return {
        ...decidedCase(state, event.type),
        filing: { requestedBy: event.data.by, report: event.data.report },
      };
    case 'CaseFiled':
      return filed(decidedCase(state, event.type), event.data);
    case 'DocumentDrafted':
      return { ...state, documents: documentsWith(state, event.data) };
    case 'DocumentIssued':
      return withDocument(state, event.data.documentId, event.data);
    case 'DocumentSent':
      return withDocument(state, event.data.documentId, {
        sentAt: event.data.sentAt,
        sentBy: event.data.method,
      });
    case 'DocumentServed':
      return withDocument(state, event.data.documentId, { service: event.data.service });
    case 'RespondentReplied':
      return { ...decidedCase(state, event.type), reply: event.data };
    case 'RespondentReplyOverdue':
      return { ...decidedCase(state, event.type), replyOverdueAt: event.data.at };
    case 'ReferralReported':
      return {
        ...decidedCase(state, event.type),
        concludedAt: event.data.reportedAt,
        result: event.data.result,
      };
    case 'TransferResultReceived':
      return {
        ...decidedCase(state, event.type),
        concludedAt: event.data.receivedAt,
        result: event.data.result,
      };
    case 'ContactDisclosed':
      return { ...state, disclosures: [...(state.disclosures ?? []), disclosureOf(event.data)] };
    case 'ClockStarted':
    case 'ClockReminded':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockMet':
    case 'ClockMissed':
    case 'ClockCancelled':
      return { ...state, clocks: tick(state.clocks, event) };
    default:
      return impossible(event);
  }
}

function asked({ items, requestedAt, note }: ComplaintFacts['SupplementRequested']) {
  return { items, requestedAt, note };
}

function disclosureOf({ by, subject, at, purpose }: ComplaintFacts['ContactDisclosed']): Disclosure {
  return { by, subject, day: dayInChina(at), purpose };
}

function undecided(state: RegisteredComplaint, event: string): RegisteredComplaint {
  if (isDecided(state)) throw new Error(`${event} after the decision`);
  return state;
}

function decidedCase(state: RegisteredComplaint, event: string): DecidedComplaint {
  if (!isDecided(state)) throw new Error(`${event} before the decision`);
  return state;
}

function withLastSupplement(state: RegisteredComplaint, change: Partial<Supplement>): RegisteredComplaint {
  const last = state.supplements.length - 1;
  return {
    ...undecided(state, 'a supplement'),
    supplements: state.supplements.map((asked, index) => (index === last ? { ...asked, ...change } : asked)),
  };
}

function supplemented(
  state: RegisteredComplaint,
  { items, receivedAt, note }: ComplaintFacts['SupplementReceived'],
): RegisteredComplaint {
  const last = state.supplements.at(-1);
  return withLastSupplement(state, {
    received: [...(last?.received ?? []), ...items],
    notes: [...(last?.notes ?? []), ...(note ? [note] : [])],
    receivedAt: last?.receivedAt ?? receivedAt,
  });
}

function reviewed(
  state: RegisteredComplaint,
  review: ComplaintFacts['PreliminaryReviewCompleted'],
): RegisteredComplaint {
  const reviewers = [...new Set([...state.reviewers, review.reviewedBy])];
  return { ...state, phase: 'awaiting-approval', review, reviewers };
}

function decided(
  state: RegisteredComplaint,
  decision: ComplaintFacts['AcceptanceDecided'],
): DecidedComplaint {
  if (state.phase !== 'awaiting-approval') throw new Error('AcceptanceDecided before the review');
  return { ...state, phase: 'accepted', decision, handlers: [] };
}

function filed(state: DecidedComplaint, data: ComplaintFacts['CaseFiled']): DecidedComplaint {
  return { ...state, filing: { ...state.filing, approvedBy: data.approvedBy } };
}

/** A new draft takes the place of what was drawn up before it. */
function documentsWith(
  state: RegisteredComplaint,
  draft: ComplaintFacts['DocumentDrafted'],
): readonly CaseDocument[] {
  const earlier = state.documents.map((document) =>
    document.kind === draft.kind ? { ...document, superseded: true } : document,
  );
  return [...earlier, { ...draft, superseded: false, requests: state.supplements.length }];
}

function withDocument(
  state: RegisteredComplaint,
  documentId: string,
  change: Partial<CaseDocument>,
): RegisteredComplaint {
  return {
    ...state,
    documents: state.documents.map((document) =>
      document.documentId === documentId ? { ...document, ...change } : document,
    ),
  };
}
