import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';
import type { Outcome, RejectionReason, Remedy } from '../../domain/index.js';

export interface DecideAcceptanceInput {
  readonly outcome: Outcome;
  readonly decidedAt?: string;
  readonly opinion?: string;
  readonly reasons?: readonly RejectionReason[];
  readonly remedies?: readonly Remedy[];
  readonly receiver?: string;
  readonly file?: boolean;
}

/** The leader decides: accept, reject, transfer or refer down (受理审批, G09). */
export class DecideAcceptance extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: DecideAcceptanceInput,
  ) {
    super();
  }
}
