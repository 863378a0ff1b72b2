import type { EnforcementLead, NonCooperation, Responsibility } from './facts.js';

/** What is found beside the complaint itself (违法线索、不配合、逾期责任). */
export interface FindingsEvents {
  EnforcementLeadCreated: EnforcementLead;
  NonCooperationRecorded: NonCooperation;
  ResponsibilityRecorded: Responsibility;
}
