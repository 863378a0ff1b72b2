import { dayInChina } from '#kernel';
import { corrected, noted } from './corrected.js';
import type { DirectComplaintEvent, DirectComplaintFacts } from './events.js';
import { advance } from './phase.js';
import {
  isReceived,
  type DestructionProposal,
  type DirectComplaint,
  type ReceivedComplaint,
} from './state.js';

type LaterFacts = Omit<DirectComplaintFacts, 'OperatorComplaintReceived'>;

/** What each event does to the facts; its keys are the list of all events but the first. */
export const EVOLVE: {
  readonly [Type in keyof LaterFacts]: (
    state: ReceivedComplaint,
    data: LaterFacts[Type],
  ) => ReceivedComplaint;
} = {
  OperatorAcceptanceNotified: (state, notice) => ({ ...state, notices: [...state.notices, notice] }),
  OperatorSupplementReceived: (state, supplement) => ({
    ...state,
    supplements: [...state.supplements, supplement],
  }),
  OperatorCaseAssigned: (state, { responsible }) => ({ ...state, responsible }),
  OperatorInvestigationRecorded: (state, record) => ({
    ...state,
    investigations: [...state.investigations, record],
  }),
  OperatorMediatedInternally: (state, record) => ({ ...state, mediations: [...state.mediations, record] }),
  OperatorOutcomeRecorded: (state, outcome) => ({ ...state, outcome }),
  OperatorArchived: (state, archive) => ({ ...state, archive }),
  OperatorDestructionProposed: (state, { by, at, reason }) => ({
    ...state,
    destructions: [...state.destructions, { proposedBy: by, proposedAt: at, reason }],
  }),
  OperatorDestructionRefused: (state, { by, reason }) =>
    withLastDestruction(state, { refusedBy: by, refusal: reason }),
  OperatorFileDestroyed: (state, { approvedBy, at }) =>
    withLastDestruction(state, { approvedBy, destroyedAt: at }),
  OperatorRecordCorrected: (state, correction) => ({
    ...corrected(state, correction.change),
    corrections: [...state.corrections, noted(correction)],
  }),
  OperatorContactDisclosed: (state, { by, at, purpose }) => ({
    ...state,
    disclosures: [...state.disclosures, { by, day: dayInChina(at), purpose }],
  }),
};

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
  const change = EVOLVE[event.type] as (
    state: ReceivedComplaint,
    data: DirectComplaintEvent['data'],
  ) => ReceivedComplaint;
  return { ...change(state, event.data), phase: advance(state.phase, event) };
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
