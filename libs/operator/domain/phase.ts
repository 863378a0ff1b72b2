import type { DirectComplaintEvent } from './events.js';
import type { Phase } from './state.js';

const ANSWERED = { accepted: 'accepted', declined: 'declined', 'items-missing': 'items-awaited' } as const;

/** How an event moves a direct complaint on. The only place that says which phase follows; read models use it too. */
export function advance(phase: Phase, event: DirectComplaintEvent): Phase {
  switch (event.type) {
    case 'OperatorComplaintReceived':
      return 'received';
    case 'OperatorAcceptanceNotified':
      return ANSWERED[event.data.answer];
    case 'OperatorSupplementReceived':
      return 'received';
    case 'OperatorCaseAssigned':
      return phase === 'investigated' ? phase : 'in-hand';
    case 'OperatorInvestigationRecorded':
      return 'investigated';
    case 'OperatorOutcomeRecorded':
      return 'resolved';
    case 'OperatorArchived':
    case 'OperatorDestructionRefused':
      return 'archived';
    case 'OperatorDestructionProposed':
      return 'destruction-proposed';
    case 'OperatorFileDestroyed':
      return 'destroyed';
    case 'OperatorMediatedInternally':
    case 'OperatorRecordCorrected':
    case 'OperatorContactDisclosed':
      return phase;
  }
}
