import { Command } from '@nestjs/cqrs';
import type { DirectOutcome, DirectRequest } from '../direct-complaints.js';
import type { InputOf, SaidType } from '../wording.js';

/** Something a person of an operator does to a direct complaint: the command by its name, and what he says, in clear. */
export class CarryOutDirect<Type extends SaidType = SaidType> extends Command<DirectOutcome> {
  constructor(
    readonly request: DirectRequest,
    readonly type: Type,
    readonly input: InputOf<Type>,
  ) {
    super();
  }
}
