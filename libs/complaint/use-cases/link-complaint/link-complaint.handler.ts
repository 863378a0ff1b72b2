import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PersonalData } from '#platform/personal-data';
import { v5 as uuidv5 } from 'uuid';
import { likenessOf, type RegisteredComplaint } from '../../domain/index.js';
import { Cases, type CaseOutcome } from '../cases.js';
import { LinkComplaint } from './link-complaint.command.js';
import { traitsOf } from './traits.js';

@CommandHandler(LinkComplaint)
export class LinkComplaintHandler implements ICommandHandler<LinkComplaint, CaseOutcome> {
  constructor(
    private readonly cases: Cases,
    private readonly personal: PersonalData,
  ) {}

  /** What the person may not see is not there for him. */
  async execute({ request, input }: LinkComplaint): Promise<CaseOutcome> {
    const { kind, to, reason } = input;
    const other = await this.cases.read(to, request.access);
    const linkId = uuidv5('complaint-link', request.commandId);
    return this.cases.carryOut(request, async (seal, state) => ({
      type: 'LinkComplaint',
      data: {
        ...{ linkId, kind, to },
        ...('denial' in other ? {} : { found: await this.compared(state, other.loaded.state) }),
        reason: await seal('complaint-link.reason', reason),
      },
    }));
  }

  private async compared(one: RegisteredComplaint, other: RegisteredComplaint) {
    const likeness = likenessOf(await traitsOf(one, this.personal), await traitsOf(other, this.personal));
    return { toNumber: other.registration.number, likeness };
  }
}
