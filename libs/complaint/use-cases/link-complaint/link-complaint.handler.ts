import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refuse } from '#kernel';
import { PersonalData } from '#platform/personal-data';
import { v5 as uuidv5 } from 'uuid';
import { likenessOf } from '../../domain/index.js';
import { Cases, type CaseOutcome } from '../cases.js';
import { LinkComplaint } from './link-complaint.command.js';
import { traitsOf } from './traits.js';

@CommandHandler(LinkComplaint)
export class LinkComplaintHandler implements ICommandHandler<LinkComplaint, CaseOutcome> {
  constructor(
    private readonly cases: Cases,
    private readonly personal: PersonalData,
  ) {}

  /** The other complaint must be one that the person may see, too: what he may not see is not there. */
  async execute({ request, input }: LinkComplaint): Promise<CaseOutcome> {
    const { kind, to, reason } = input;
    const other = await this.cases.read(to, request.access);
    if ('denial' in other) {
      const own = await this.cases.read(request.complaintId, request.access);
      if ('denial' in own) return { outcome: 'denied', denial: own.denial };
      return { outcome: 'refused', refusal: refuse('linked-complaint-not-found', [], { to }) };
    }
    const { state: known } = other.loaded;
    return this.cases.carryOut(request, async (seal, state) => ({
      type: 'LinkComplaint',
      data: {
        linkId: uuidv5('complaint-link', request.commandId),
        ...{ kind, to, toNumber: known.registration.number },
        likeness: likenessOf(await traitsOf(state, this.personal), await traitsOf(known, this.personal)),
        reason: await seal('complaint-link.reason', reason),
      },
    }));
  }
}
