import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { DiscloseContact } from './disclose-contact.command.js';

@CommandHandler(DiscloseContact)
export class DiscloseContactHandler implements ICommandHandler<DiscloseContact, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: DiscloseContact): Promise<CaseOutcome> {
    return this.cases.carryOut(request, async (seal) => ({
      type: 'DiscloseContact',
      data: { subject: input.subject, purpose: await seal('disclosure.purpose', input.purpose) },
    }));
  }
}
