import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';
import type { SupplementItem } from '../../domain/index.js';

export interface ReceiveSupplementInput {
  readonly items: readonly SupplementItem[];
  readonly note?: string;
  readonly receivedAt?: string;
}

/** Records what the complainant supplied (G08). */
export class ReceiveSupplement extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: ReceiveSupplementInput,
  ) {
    super();
  }
}
