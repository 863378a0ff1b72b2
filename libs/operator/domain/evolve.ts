import { dayInChina, impossible } from '#kernel';
import type { DirectComplaintEvent, DirectComplaintFacts } from './events.js';
import { advance } from './phase.js';
import {
  isReceived,
  type Correction,
  type DestructionProposal,
  type DirectComplaint,
  type ReceivedComplaint,
} from './state.js';

/** What an event does to the state. An event that does not fit the state is a damaged history. */
export function evolve(state: DirectComplaint, event: DirectComplaintEvent): DirectComplaint {
  if (event.type === 'OperatorComplaintReceived') {
    return {
      phase: 'received',
      registration: event.data,
      notices: [],
      supplements: [],
      investigations: [],
      mediations: [],
      destructions: [],
      corrections: [],
      disclosures: [],
    };
  }
  if (!isReceived(state)) throw new Error(`${event.type} before OperatorComplaintReceived`);
  return { ...withFacts(state, event), phase: advance(state.phase, event) };
}

function withFacts(
  state: ReceivedComplaint,
  event: Exclude<DirectComplaintEvent, { readonly type: 'OperatorComplaintReceived' }>,
): ReceivedComplaint {
  switch (event.type) {
    case 'OperatorAcceptanceNotified':
      return { ...state, notices: [...state.notices, event.data] };
    case 'OperatorSupplementReceived':
      return { ...state, supplements: [...state.supplements, event.data] };
    case 'OperatorCaseAssigned':
      return { ...state, responsible: event.data.responsible };
    case 'OperatorInvestigationRecorded':
      return { ...state, investigations: [...state.investigations, event.data] };
    case 'OperatorMediatedInternally':
      return { ...state, mediations: [...state.mediations, event.data] };
    case 'OperatorOutcomeRecorded':
      return { ...state, outcome: event.data };
    case 'OperatorArchived':
      return { ...state, archive: event.data };
    case 'OperatorDestructionProposed':
      return { ...state, destructions: [...state.destructions, proposed(event.data)] };
    case 'OperatorDestructionRefused':
      return withLastDestruction(state, { refusedBy: event.data.by, refusal: event.data.reason });
    case 'OperatorFileDestroyed':
      return withLastDestruction(state, { approvedBy: event.data.approvedBy, destroyedAt: event.data.at });
    case 'OperatorRecordCorrected':
      return { ...corrected(state, event.data), corrections: [...state.corrections, noted(event.data)] };
    case 'OperatorContactDisclosed': {
      const { by, at, purpose } = event.data;
      return { ...state, disclosures: [...state.disclosures, { by, day: dayInChina(at), purpose }] };
    }
    default:
      return impossible(event);
  }
}

function proposed({ by, at, reason }: DirectComplaintFacts['OperatorDestructionProposed']) {
  return { proposedBy: by, proposedAt: at, reason };
}

function withLastDestruction(
  state: ReceivedComplaint,
  change: Partial<DestructionProposal>,
): ReceivedComplaint {
  const last = state.destructions.length - 1;
  return {
    ...state,
    destructions: state.destructions.map((one, index) => (index === last ? { ...one, ...change } : one)),
  };
}

/** The record as it reads now. What it said before is in the history. */
function corrected(
  state: ReceivedComplaint,
  { change }: DirectComplaintFacts['OperatorRecordCorrected'],
): ReceivedComplaint {
  switch (change.of) {
    case 'intake':
      return { ...state, registration: { ...state.registration, ...change.intake } };
    case 'investigation':
      return { ...state, investigations: replaced(state.investigations, change, change.investigation) };
    case 'mediation':
      return { ...state, mediations: replaced(state.mediations, change, change.mediation) };
    case 'outcome':
      if (!state.outcome) throw new Error('an outcome was corrected before there was one');
      return { ...state, outcome: { ...change.outcome, by: state.outcome.by } };
  }
}

function replaced<Record extends { readonly recordId: string; readonly by: string }>(
  records: readonly Record[],
  { recordId }: { readonly recordId: string },
  facts: Omit<Record, 'recordId' | 'by'>,
): Record[] {
  return records.map((record) =>
    record.recordId === recordId ? ({ ...facts, recordId, by: record.by } as Record) : record,
  );
}

function noted({
  correctionId,
  by,
  at,
  reason,
  change,
}: DirectComplaintFacts['OperatorRecordCorrected']): Correction {
  const about = 'recordId' in change ? { recordId: change.recordId } : {};
  return { correctionId, by, at, reason, of: change.of, ...about };
}
