import { Command } from '@nestjs/cqrs';
import type { Way } from '../../domain/index.js';
import type { DirectOutcome, DirectRequest } from '../direct-complaints.js';
import type { IntakeInput } from '../wording.js';

export interface ReceiveComplaintInput extends IntakeInput {
  readonly way: Way;
}

/** Enters a complaint that is brought to the operator itself in its register (B01–B04). */
export class ReceiveComplaint extends Command<DirectOutcome> {
  constructor(
    readonly request: DirectRequest,
    readonly input: ReceiveComplaintInput,
  ) {
    super();
  }
}
