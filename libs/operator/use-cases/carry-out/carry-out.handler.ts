import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { said } from '#platform/event-sourcing';
import type { DirectComplaintCommand } from '../../domain/index.js';
import { DirectComplaints, type DirectOutcome } from '../direct-complaints.js';
import { WORDINGS, type Told } from '../wording.js';
import { CarryOutDirect } from './carry-out.command.js';

@CommandHandler(CarryOutDirect)
export class CarryOutDirectHandler implements ICommandHandler<CarryOutDirect, DirectOutcome> {
  constructor(private readonly complaints: DirectComplaints) {}

  execute({ request, type, input }: CarryOutDirect): Promise<DirectOutcome> {
    const { words, happenedAt } = said<Told>(WORDINGS[type], input);
    return this.complaints.carryOut(
      request,
      async (sealFor, state) =>
        ({ type, data: await words({ sealFor, request, state }) }) as DirectComplaintCommand,
      happenedAt,
    );
  }
}
