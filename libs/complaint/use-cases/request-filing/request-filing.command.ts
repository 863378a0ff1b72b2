import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';

export interface RequestFilingInput {
  readonly report: string;
}

/** The handler's filing report (立案审批报告, G14). */
export class RequestFiling extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: RequestFilingInput,
  ) {
    super();
  }
}
