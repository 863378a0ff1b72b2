import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { RequestFiling } from './request-filing.command.js';

@CommandHandler(RequestFiling)
export class RequestFilingHandler implements ICommandHandler<RequestFiling, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: RequestFiling): Promise<CaseOutcome> {
    return this.cases.carryOut(request, async (seal) => ({
      type: 'RequestFiling',
      data: { report: await seal('filing.report', input.report) },
    }));
  }
}
