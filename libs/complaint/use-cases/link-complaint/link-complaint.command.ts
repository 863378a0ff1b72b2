import { Command } from '@nestjs/cqrs';
import type { LinkKind } from '../../domain/index.js';
import type { CaseOutcome, CaseRequest } from '../cases.js';

/** What somebody says who links two complaints, in clear. */
export interface LinkInput {
  readonly kind: LinkKind;
  /** Id of the complaint that it belongs to. */
  readonly to: string;
  readonly reason: string;
}

/** Links a complaint to another of the office (关联投诉), with how alike they are. */
export class LinkComplaint extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: LinkInput,
  ) {
    super();
  }
}
