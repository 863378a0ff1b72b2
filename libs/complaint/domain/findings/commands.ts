import type { Instant, Sealed } from '#kernel';
import type { LeadBranch, RefusedCooperation } from './facts.js';

/** What is found beside the complaint itself (违法线索、不配合、逾期责任). */
export interface FindingsCommands {
  CreateEnforcementLead: {
    readonly leadId: string;
    readonly foundAt?: Instant;
    readonly branch: LeadBranch;
    readonly authority?: string;
    readonly suspicion: Sealed;
  };
  RecordNonCooperation: {
    readonly recordId: string;
    readonly occurredAt?: Instant;
    readonly form: RefusedCooperation;
    readonly account: Sealed;
  };
  RecordResponsibility: {
    readonly clock: string;
    readonly cause: Sealed;
    readonly department: string;
    readonly person: string;
  };
}
