import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PersonalData } from '#platform/personal-data';
import { v5 as uuidv5 } from 'uuid';
import { Cases, type CaseOutcome } from '../cases.js';
import { foundAt } from './found.js';
import { LinkComplaints } from './link-complaints.command.js';

@CommandHandler(LinkComplaints)
export class LinkComplaintsHandler implements ICommandHandler<LinkComplaints, CaseOutcome> {
  constructor(
    private readonly cases: Cases,
    private readonly personal: PersonalData,
  ) {}

  async execute({ request, input }: LinkComplaints): Promise<CaseOutcome> {
    const { kind, to, reason } = input;
    const others = await Promise.all(
      to.map(async (id) => ({ to: id, found: await foundAt(id, request, this.cases, this.personal) })),
    );
    return this.cases.carryOut(request, async (seal, state) => ({
      type: 'LinkComplaints',
      data: {
        kind,
        links: await Promise.all(
          others.map(async ({ to: id, found }) => ({
            ...{ linkId: uuidv5(`complaint-link/${id}`, request.commandId), to: id },
            ...(await found(state)),
          })),
        ),
        reason: await seal('complaint-link.reason', reason),
      },
    }));
  }
}
