import { Command } from '@nestjs/cqrs';
import type { CorrectedFields } from '../../domain/index.js';
import type { CaseOutcome, CaseRequest } from '../cases.js';

/** What somebody says who corrects a record, in clear. */
export interface CorrectionInput {
  /** Place of the record in the history. */
  readonly revision: number;
  /** What is right. */
  readonly changes: CorrectedFields;
  readonly reason: string;
}

/** Puts right what was recorded wrongly (更正, H17). */
export class CorrectRecord extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: CorrectionInput,
  ) {
    super();
  }
}
