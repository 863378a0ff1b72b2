import { REVOCATION_GROUNDS, type RevocationGround } from '#rulebook';
import { IsCode, IsInstant, IsList, IsText, IsUuidLower, MayBeMissing } from '#platform/http';
import { WITHDRAWAL_FORMS, type EndingCommands, type WithdrawalForm } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** `consents`: the complainants who declared it or agreed, by `subject`. */
export class WithdrawalDto {
  @MayBeMissing() @IsInstant() declaredAt?: string;
  @IsCode(WITHDRAWAL_FORMS) form: WithdrawalForm;
  @IsList({ min: 1, max: 200 }) @IsUuidLower({ each: true }) consents: string[];
  @MayBeMissing() @IsText({ max: LONG_TEXT }) statement?: string;
}

export class RevocationDto {
  @MayBeMissing() @IsInstant() revokedAt?: string;
  @IsCode(REVOCATION_GROUNDS) ground: RevocationGround;
  @IsList({ min: 1, max: 100 }) @IsText({ max: 300, each: true }) evidence: string[];
  @IsText({ max: LONG_TEXT }) reason: string;
}

/** What was clear, what was done, and what came of it. */
export class ImmediateActionDto {
  @MayBeMissing() @IsInstant() actedAt?: string;
  @IsText({ max: LONG_TEXT }) facts: string;
  @IsText({ max: LONG_TEXT }) measure: string;
  @IsText({ max: LONG_TEXT }) result: string;
}

const tag = 'procedure';

/** Ends that come before an outcome. */
export const endingRoutes = {
  WithdrawComplaint: {
    tag,
    path: 'withdrawal',
    right: 'complaint.record-withdrawal',
    summary: 'Record that the complainants take their complaint back (G61, A14)',
    body: WithdrawalDto,
  },
  RevokeFiling: {
    tag,
    path: 'revocation',
    right: 'complaint.revoke-filing',
    summary: 'Revoke the filing on proof, where the rules know the ground (G36, A13)',
    body: RevocationDto,
  },
  RecordImmediateAction: {
    tag,
    path: 'immediate-action',
    right: 'complaint.record-immediate-action',
    summary: 'Record what was stopped at once, without filing form and notices (G54)',
    body: ImmediateActionDto,
  },
} as const satisfies CaseRoutes<EndingCommands>;
