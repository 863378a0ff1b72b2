import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';

export interface ReturnReviewInput {
  readonly reason: string;
}

/** Sends the review back to the reviewer with a reason. */
export class ReturnReview extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: ReturnReviewInput,
  ) {
    super();
  }
}
