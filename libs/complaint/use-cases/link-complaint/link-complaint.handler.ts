import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PersonalData } from '#platform/personal-data';
import { v5 as uuidv5 } from 'uuid';
import { Cases, type CaseOutcome } from '../cases.js';
import { foundAt } from './found.js';
import { LinkComplaint } from './link-complaint.command.js';

@CommandHandler(LinkComplaint)
export class LinkComplaintHandler implements ICommandHandler<LinkComplaint, CaseOutcome> {
  constructor(
    private readonly cases: Cases,
    private readonly personal: PersonalData,
  ) {}

  /** What the person may not see is not there for him. */
  async execute({ request, input }: LinkComplaint): Promise<CaseOutcome> {
    const { kind, to, reason } = input;
    const found = await foundAt(to, request, this.cases, this.personal);
    const linkId = uuidv5('complaint-link', request.commandId);
    return this.cases.carryOut(request, async (seal, state) => ({
      type: 'LinkComplaint',
      data: {
        ...{ linkId, kind, to },
        ...(await found(state)),
        reason: await seal('complaint-link.reason', reason),
      },
    }));
  }
}
