import { Command } from '@nestjs/cqrs';
import type { CorrectedFields, CorrectedRespondent } from '../../domain/index.js';
import type { CaseOutcome, CaseRequest } from '../cases.js';
import type { ComplainantInput } from '../register-complaint/register-complaint.command.js';

/** What of a complainant is right, in clear; sealed before anything is stored. */
export interface CorrectedComplainantInput extends ComplainantInput {
  readonly subject: string;
}

/** What is right, in clear. */
export interface CorrectedInput extends Omit<CorrectedFields, 'complainants' | 'respondent'> {
  readonly complainants?: readonly CorrectedComplainantInput[];
  readonly respondent?: Omit<CorrectedRespondent, 'operator'>;
}

/** What somebody says who corrects a record, in clear. */
export interface CorrectionInput {
  /** Place of the record in the history. */
  readonly revision: number;
  /** What is right. */
  readonly changes: CorrectedInput;
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
