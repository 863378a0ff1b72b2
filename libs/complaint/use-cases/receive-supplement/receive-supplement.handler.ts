import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { ReceiveSupplement } from './receive-supplement.command.js';

@CommandHandler(ReceiveSupplement)
export class ReceiveSupplementHandler implements ICommandHandler<ReceiveSupplement, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: ReceiveSupplement): Promise<CaseOutcome> {
    return this.cases.carryOut(
      request,
      async (seal) => ({
        type: 'ReceiveSupplement',
        data: {
          items: input.items,
          receivedAt: input.receivedAt,
          ...(input.note ? { note: await seal('supplement.received', input.note) } : {}),
        },
      }),
      input.receivedAt,
    );
  }
}
