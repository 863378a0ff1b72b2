import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';

export interface DiscloseContactInput {
  /** Whose contact: `subject` of one of the complainants. */
  readonly subject: string;
  /** What for, in words; personal. */
  readonly purpose: string;
}

/** Records that somebody sees a complainant's contact in full, and what for. */
export class DiscloseContact extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: DiscloseContactInput,
  ) {
    super();
  }
}
