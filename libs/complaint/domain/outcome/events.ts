import type { Ruling, Termination } from './facts.js';

/** How a case ends on which no agreement was reached (处理决定、终止调解). */
export interface OutcomeEvents {
  RulingIssued: Ruling;
  MediationTerminated: Termination;
}
