import type { DirectComplaintEventType } from './events.js';

interface EventVersion {
  readonly version: number;
  /** Step n leads from version n + 1 to n + 2; as many steps as versions before the present one. */
  readonly upcasts: readonly ((data: never) => unknown)[];
}

const FIRST: EventVersion = { version: 1, upcasts: [] };

/** Every event with the version it is written in. The compiler asks for a line when an event is added. */
export const DIRECT_COMPLAINT_EVENTS: Readonly<Record<DirectComplaintEventType, EventVersion>> = {
  OperatorComplaintReceived: FIRST,
  OperatorAcceptanceNotified: FIRST,
  OperatorSupplementReceived: FIRST,
  OperatorCaseAssigned: FIRST,
  OperatorInvestigationRecorded: FIRST,
  OperatorMediatedInternally: FIRST,
  OperatorOutcomeRecorded: FIRST,
  OperatorArchived: FIRST,
  OperatorDestructionProposed: FIRST,
  OperatorDestructionRefused: FIRST,
  OperatorFileDestroyed: FIRST,
  OperatorRecordCorrected: FIRST,
  OperatorContactDisclosed: FIRST,
};
