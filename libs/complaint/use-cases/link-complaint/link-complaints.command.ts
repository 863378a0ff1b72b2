import { Command } from '@nestjs/cqrs';
import type { LinkKind } from '../../domain/index.js';
import type { CaseOutcome, CaseRequest } from '../cases.js';

/** What somebody says who links several complaints at once, in clear. */
export interface LinksInput {
  readonly kind: LinkKind;
  /** Ids of the complaints that it belongs to. */
  readonly to: readonly string[];
  readonly reason: string;
}

/** Links a complaint to several others of the office at once (串案). */
export class LinkComplaints extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: LinksInput,
  ) {
    super();
  }
}
