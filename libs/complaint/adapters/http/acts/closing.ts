import { IsCode, IsInstant, IsList, IsText, MayBeMissing, IsPerson } from '#platform/http';
import {
  PERFORMANCES,
  REOPENING_CAUSES,
  type ClosingCommands,
  type Performance,
  type ReopeningCause,
} from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** The closing form (结案审批表, D20). */
export class ClosingFormDto {
  @IsText({ max: LONG_TEXT }) summary: string;
  @IsText({ max: LONG_TEXT }) result: string;
  @MayBeMissing() @IsCode(PERFORMANCES) performance?: Performance;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) performanceNote?: string;
  @IsList({ max: 100 }) @IsText({ max: 300, each: true }) annexes: string[];
}

export class ClosingApprovalDto {
  @MayBeMissing() @IsText({ max: LONG_TEXT }) opinion?: string;
}

export class ClosingReturnDto {
  @IsText({ max: LONG_TEXT }) reason: string;
}

/** `person`: account id of the person responsible. */
export class ReopeningDto {
  @MayBeMissing() @IsInstant() reopenedAt?: string;
  @IsCode(REOPENING_CAUSES) cause: ReopeningCause;
  @IsText({ max: LONG_TEXT }) reason: string;
  @IsText({ max: 200 }) department: string;
  @IsPerson({ of: 'any-office' }) person: string;
}

const tag = 'closing';

/** Closing with the leader's approval, and taking up again. */
export const closingRoutes = {
  RequestClosing: {
    tag,
    path: 'closing-request',
    right: 'complaint.request-closing',
    summary: 'Send the closing form to the leader (G37)',
    body: ClosingFormDto,
  },
  ApproveClosing: {
    tag,
    path: 'closing-approval',
    right: 'complaint.approve-closing',
    summary: 'Approve the closing: the case is closed (G37, G38)',
    body: ClosingApprovalDto,
  },
  ReturnClosing: {
    tag,
    path: 'closing-return',
    right: 'complaint.approve-closing',
    summary: 'Send the closing form back with a reason (G37)',
    body: ClosingReturnDto,
  },
  ReopenCase: {
    tag,
    path: 'reopening',
    right: 'complaint.reopen',
    summary: 'Take the case up again, and say why and who answers for it (H16)',
    body: ReopeningDto,
  },
} as const satisfies CaseRoutes<ClosingCommands>;
