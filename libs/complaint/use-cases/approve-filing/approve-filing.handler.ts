import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { ApproveFiling } from './approve-filing.command.js';

@CommandHandler(ApproveFiling)
export class ApproveFilingHandler implements ICommandHandler<ApproveFiling, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request }: ApproveFiling): Promise<CaseOutcome> {
    return this.cases.carryOut(request, () => Promise.resolve({ type: 'ApproveFiling', data: {} }));
  }
}
