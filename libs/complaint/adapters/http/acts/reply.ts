import { IsInstant, IsList, IsText, IsUuidLower, MayBeMissing, Nested } from '#platform/http';
import type { ReplyCommands } from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

/** The parts of a written answer (G18, A10). */
export class ReplyPartsDto {
  @MayBeMissing() @IsText({ max: LONG_TEXT }) cause?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) verificationProcess?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) factsAndEvidence?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) liability?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) proposedHandling?: string;
}

export class ReplyDto {
  @MayBeMissing() @IsInstant() receivedAt?: string;
  @Nested(() => ReplyPartsDto) parts: ReplyPartsDto;
  @IsList({ max: 100 }) @IsText({ max: 300, each: true }) evidence: string[];
  /** Ids of files that were attached before. */
  @MayBeMissing() @IsList({ max: 100 }) @IsUuidLower({ each: true }) attachments?: string[];
}

/** The respondent's answer. */
export const replyRoutes = {
  RecordReply: {
    tag: 'procedure',
    path: 'reply',
    right: 'complaint.record-reply',
    summary: "Record the respondent's written answer (G17, G18)",
    body: ReplyDto,
  },
} as const satisfies CaseRoutes<ReplyCommands>;
