import { v5 as uuidv5 } from 'uuid';
import type { FindingsCommands, LeadBranch, RefusedCooperation } from '../../domain/index.js';
import { wording, type Wordings } from './wording.js';

export interface EnforcementLeadInput {
  readonly foundAt?: string;
  readonly branch: LeadBranch;
  readonly authority?: string;
  readonly suspicion: string;
}

export interface NonCooperationInput {
  readonly occurredAt?: string;
  readonly form: RefusedCooperation;
  readonly account: string;
}

export interface ResponsibilityInput {
  readonly clock: string;
  readonly cause: string;
  readonly department: string;
  readonly person: string;
}

export const findingsWording = {
  CreateEnforcementLead: wording(
    async ({ suspicion, ...lead }: EnforcementLeadInput, { seal, request }) => ({
      ...lead,
      leadId: uuidv5('enforcement-lead', request.commandId),
      suspicion: await seal('enforcement-lead.suspicion', suspicion),
    }),
    'foundAt',
  ),
  RecordNonCooperation: wording(
    async ({ account, ...record }: NonCooperationInput, { seal, request }) => ({
      ...record,
      recordId: uuidv5('non-cooperation', request.commandId),
      account: await seal('non-cooperation.account', account),
    }),
    'occurredAt',
  ),
  RecordResponsibility: wording(async ({ cause, ...record }: ResponsibilityInput, { seal }) => ({
    ...record,
    cause: await seal('responsibility.cause', cause),
  })),
} satisfies Wordings<FindingsCommands>;
