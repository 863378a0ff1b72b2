import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { IsInstant, IsText, MayBeMissing } from '#platform/http';
import type { ExtensionCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** More time for a term, in its own unit. `clock`: as the list of the case's clocks names it. */
export class ExtensionRequestDto {
  @IsText({ max: 100 }) clock: string;
  @IsInt() @Min(1) @Max(366) days: number;
  @IsText({ max: LONG_TEXT }) reason: string;
  @MayBeMissing() @IsInstant() requestedAt?: string;
}

export class ExtensionAnswerDto {
  @IsBoolean() granted: boolean;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) reason?: string;
  @MayBeMissing() @IsInstant() decidedAt?: string;
}

/** What a superior office outside this installation wrote. `letter`: 文号 */
export class ExtensionLetterDto extends ExtensionAnswerDto {
  @IsText({ max: 100 }) letter: string;
}

const tag = 'deadlines';

/** More time for a term. */
export const extensionRoutes = {
  RequestExtension: {
    tag,
    path: 'extensions',
    right: 'complaint.request-extension',
    summary: 'Ask for more time for a term before it runs out (A11)',
    body: ExtensionRequestDto,
    status: 201,
  },
  AnswerExtension: {
    tag,
    path: 'extensions/:extensionId/answer',
    right: 'complaint.answer-extension',
    summary: 'As a superior office, grant more time or not (A11)',
    body: ExtensionAnswerDto,
  },
  DecideExtension: {
    tag,
    path: 'extensions/:extensionId/decision',
    right: 'complaint.decide-extension',
    summary: 'As head of the office, grant more time or not, where a local rule says so',
    body: ExtensionAnswerDto,
  },
  RecordExtensionAnswer: {
    tag,
    path: 'extensions/:extensionId/letter',
    right: 'complaint.record-extension-answer',
    summary: 'Record what a superior office outside this installation wrote (A11)',
    body: ExtensionLetterDto,
  },
} as const satisfies CaseRoutes<ExtensionCommands>;
