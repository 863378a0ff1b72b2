import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { SendDocument } from './send-document.command.js';

@CommandHandler(SendDocument)
export class SendDocumentHandler implements ICommandHandler<SendDocument, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: SendDocument): Promise<CaseOutcome> {
    return this.cases.carryOut(
      request,
      () => Promise.resolve({ type: 'SendDocument', data: input }),
      input.sentAt,
    );
  }
}
