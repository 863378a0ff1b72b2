import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';

/** Issues a drafted document: it gets its number and may go out (签发). */
export class IssueDocument extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly documentId: string,
  ) {
    super();
  }
}
