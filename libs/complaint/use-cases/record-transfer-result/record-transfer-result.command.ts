import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';

export interface RecordTransferResultInput {
  readonly receivedAt?: string;
  readonly result: string;
}

/** Records the other department's written result (G13). */
export class RecordTransferResult extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: RecordTransferResultInput,
  ) {
    super();
  }
}
