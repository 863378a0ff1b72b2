import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';

/** What an archivist says, in clear. */
export interface ArchiveInput {
  /** One of the office's classes of retention; its usual one when absent. */
  readonly retention?: string;
  /** Pages of the volume on paper. */
  readonly pages?: number;
  /** Why something that was issued was never served. */
  readonly unserved?: string;
}

/** Puts a case away, with the table of contents of its volume (归档, G38). */
export class ArchiveCase extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: ArchiveInput,
  ) {
    super();
  }
}
