import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { AssignHandlers } from './assign-handlers.command.js';

@CommandHandler(AssignHandlers)
export class AssignHandlersHandler implements ICommandHandler<AssignHandlers, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, handlers }: AssignHandlers): Promise<CaseOutcome> {
    return this.cases.carryOut(request, () =>
      Promise.resolve({ type: 'AssignHandlers', data: { handlers } }),
    );
  }
}
