import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { sealAll, sealEach } from '../sealing.js';
import { RecordReply } from './record-reply.command.js';

@CommandHandler(RecordReply)
export class RecordReplyHandler implements ICommandHandler<RecordReply, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: RecordReply): Promise<CaseOutcome> {
    return this.cases.carryOut(
      request,
      async (seal) => ({
        type: 'RecordReply',
        data: {
          receivedAt: input.receivedAt,
          parts: await sealEach(seal, 'reply', input.parts),
          evidence: await sealAll(seal, 'reply.evidence', input.evidence),
        },
      }),
      input.receivedAt,
    );
  }
}
