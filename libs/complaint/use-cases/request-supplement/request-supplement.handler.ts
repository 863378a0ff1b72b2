import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { RequestSupplement } from './request-supplement.command.js';

@CommandHandler(RequestSupplement)
export class RequestSupplementHandler implements ICommandHandler<RequestSupplement, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: RequestSupplement): Promise<CaseOutcome> {
    return this.cases.carryOut(request, async (seal) => ({
      type: 'RequestSupplement',
      data: { items: input.items, note: await seal('supplement.note', input.note) },
    }));
  }
}
