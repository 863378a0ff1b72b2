import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';
import type { InputOf, SaidType } from '../wording/index.js';

/** Something a person does to a case: the command by its name, and what he says, in clear. */
export class CarryOut<Type extends SaidType = SaidType> extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly type: Type,
    readonly input: InputOf<Type>,
  ) {
    super();
  }
}
