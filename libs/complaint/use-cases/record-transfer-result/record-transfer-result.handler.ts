import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { RecordTransferResult } from './record-transfer-result.command.js';

@CommandHandler(RecordTransferResult)
export class RecordTransferResultHandler implements ICommandHandler<RecordTransferResult, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: RecordTransferResult): Promise<CaseOutcome> {
    return this.cases.carryOut(
      request,
      async (seal) => ({
        type: 'RecordTransferResult',
        data: { receivedAt: input.receivedAt, result: await seal('transfer.result', input.result) },
      }),
      input.receivedAt,
    );
  }
}
