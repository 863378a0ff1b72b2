import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';

/** Gives the file to named people of the handling section (承办, G10). */
export class AssignHandlers extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly handlers: readonly string[],
  ) {
    super();
  }
}
