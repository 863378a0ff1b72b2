import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';
import type { ReplyPart } from '../../domain/index.js';

export interface RecordReplyInput {
  readonly receivedAt?: string;
  readonly parts: Readonly<Partial<Record<ReplyPart, string>>>;
  readonly evidence: readonly string[];
}

/** Records the respondent's written answer (书面答复, G17, G18). */
export class RecordReply extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: RecordReplyInput,
  ) {
    super();
  }
}
