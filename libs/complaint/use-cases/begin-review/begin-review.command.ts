import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';

/** Takes the preliminary review up, or over (初审, G03). */
export class BeginReview extends Command<CaseOutcome> {
  constructor(readonly request: CaseRequest) {
    super();
  }
}
