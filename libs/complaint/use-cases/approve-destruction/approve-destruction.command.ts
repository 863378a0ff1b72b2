import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';

/** Approves that a volume be destroyed after its term, and destroys its keys (销毁, A16). */
export class ApproveDestruction extends Command<CaseOutcome> {
  constructor(readonly request: CaseRequest) {
    super();
  }
}
