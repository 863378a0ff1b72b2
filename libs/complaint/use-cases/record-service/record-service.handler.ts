import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { sealAll } from '../sealing.js';
import { RecordService } from './record-service.command.js';

@CommandHandler(RecordService)
export class RecordServiceHandler implements ICommandHandler<RecordService, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: RecordService): Promise<CaseOutcome> {
    return this.cases.carryOut(
      request,
      async (seal) => ({
        type: 'RecordService',
        data: {
          documentId: input.documentId,
          service: {
            method: input.method,
            servedAt: input.servedAt,
            recipient: await seal('service.recipient', input.recipient),
            relation: input.relation,
            server: request.actor.id,
            receipt: input.receipt,
            witnesses: await sealAll(seal, 'service.witness', input.witnesses ?? []),
            consent: input.consent,
          },
        },
      }),
      input.servedAt,
    );
  }
}
