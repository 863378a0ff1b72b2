import { IsInt, Max, Min } from 'class-validator';
import { IsCode, IsInstant, IsList, IsText, IsUuidLower, MayBeMissing } from '#platform/http';
import { WITHDRAWAL_FORMS, type ClaimsCommands, type WithdrawalForm } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** Claims by their place in the case, from 0; `consents`: complainants by `subject`, agents by `agentId`. */
export class WaiverDto {
  @IsList({ min: 1, max: 50 })
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(49, { each: true })
  claims: number[];
  @MayBeMissing() @IsInstant() waivedAt?: string;
  @IsCode(WITHDRAWAL_FORMS) form: WithdrawalForm;
  @IsList({ min: 1, max: 400 }) @IsUuidLower({ each: true }) consents: string[];
  @MayBeMissing() @IsText({ max: LONG_TEXT }) statement?: string;
}

/** What is asked for. */
export const claimsRoutes = {
  WaiveClaims: {
    tag: 'people',
    path: 'waivers',
    right: 'complaint.record-waiver',
    summary: 'Record that the complainants give up part of what they ask for, with the consent of all (G53)',
    body: WaiverDto,
    status: 201,
  },
} as const satisfies CaseRoutes<ClaimsCommands>;
