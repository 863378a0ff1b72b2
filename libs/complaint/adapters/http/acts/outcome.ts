import { REMEDIES, type Remedy } from '#rulebook';
import { IsCode, IsDay, IsFen, IsInstant, IsList, IsText, MayBeMissing } from '#platform/http';
import type { OutcomeCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** What the office decides on what the parties could not agree on; money in 分. */
export class RulingDto {
  @MayBeMissing() @IsInstant() decidedAt?: string;
  @IsText({ max: LONG_TEXT }) ruling: string;
  @IsText({ max: LONG_TEXT }) grounds: string;
  @IsFen() amountFen: number;
  @MayBeMissing() @IsDay() payBy?: string;
  @IsList({ max: 4 }) @IsCode(REMEDIES, { each: true }) remedies: Remedy['remedy'][];
}

export class TerminationDto {
  @MayBeMissing() @IsInstant() terminatedAt?: string;
  @IsText({ max: LONG_TEXT }) course: string;
  @IsText({ max: LONG_TEXT }) reason: string;
  @IsList({ max: 4 }) @IsCode(REMEDIES, { each: true }) remedies: Remedy['remedy'][];
}

const tag = 'outcome';

/** How a case ends on which no agreement was reached. */
export const outcomeRoutes = {
  IssueRuling: {
    tag,
    path: 'ruling',
    right: 'complaint.issue-ruling',
    summary: 'Rule on it, where the rulebook knows rulings (G30)',
    body: RulingDto,
  },
  TerminateMediation: {
    tag,
    path: 'mediation-termination',
    right: 'complaint.terminate-mediation',
    summary: 'Terminate mediation, naming the remedies (G57)',
    body: TerminationDto,
  },
} as const satisfies CaseRoutes<OutcomeCommands>;
