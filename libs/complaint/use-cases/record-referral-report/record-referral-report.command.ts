import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';

export interface RecordReferralReportInput {
  readonly reportedAt?: string;
  readonly result: string;
}

/** Records the lower office's result (G12). */
export class RecordReferralReport extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: RecordReferralReportInput,
  ) {
    super();
  }
}
