import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { v5 as uuidv5 } from 'uuid';
import { DraftDocument } from './draft-document.command.js';

@CommandHandler(DraftDocument)
export class DraftDocumentHandler implements ICommandHandler<DraftDocument, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: DraftDocument): Promise<CaseOutcome> {
    return this.cases.carryOut(request, async (seal) => ({
      type: 'DraftDocument',
      data: {
        documentId: uuidv5('document', request.commandId),
        kind: input.kind,
        ...(input.note ? { note: await seal('document.note', input.note) } : {}),
      },
    }));
  }
}
