import { IsCode, IsInstant, IsText, MayBeMissing, IsPerson } from '#platform/http';
import {
  LEAD_BRANCHES,
  REFUSED_COOPERATION,
  type FindingsCommands,
  type LeadBranch,
  type RefusedCooperation,
} from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

export class EnforcementLeadDto {
  @MayBeMissing() @IsInstant() foundAt?: string;
  @IsCode(LEAD_BRANCHES) branch: LeadBranch;
  @MayBeMissing() @IsText({ max: 200 }) authority?: string;
  @IsText({ max: LONG_TEXT }) suspicion: string;
}

export class NonCooperationDto {
  @MayBeMissing() @IsInstant() occurredAt?: string;
  @IsCode(REFUSED_COOPERATION) form: RefusedCooperation;
  @IsText({ max: LONG_TEXT }) account: string;
}

/** `person`: account id of the person responsible. */
export class ResponsibilityDto {
  @IsText({ max: 100 }) clock: string;
  @IsText({ max: LONG_TEXT }) cause: string;
  @IsText({ max: 200 }) department: string;
  @IsPerson({ of: 'any-office' }) person: string;
}

const tag = 'procedure';

/** What is found beside the complaint itself. */
export const findingsRoutes = {
  CreateEnforcementLead: {
    tag,
    path: 'enforcement-leads',
    right: 'complaint.record-finding',
    summary: 'Record a sign of an illegal act, and whose matter it is (G56)',
    body: EnforcementLeadDto,
    status: 201,
  },
  RecordNonCooperation: {
    tag,
    path: 'non-cooperation',
    right: 'complaint.record-finding',
    summary: 'Record that the operator does not cooperate (G60, unverified)',
    body: NonCooperationDto,
    status: 201,
  },
  RecordResponsibility: {
    tag,
    path: 'responsibilities',
    right: 'complaint.record-responsibility',
    summary: 'Record who answers for a term that ran out, and why (H16)',
    body: ResponsibilityDto,
    status: 201,
  },
} as const satisfies CaseRoutes<FindingsCommands>;
