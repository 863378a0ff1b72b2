import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';

/** The leader approves the filing (立案, G14). */
export class ApproveFiling extends Command<CaseOutcome> {
  constructor(readonly request: CaseRequest) {
    super();
  }
}
