import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { said } from '#platform/event-sourcing';
import type { ComplaintCommand } from '../../domain/index.js';
import { Cases, type CaseOutcome } from '../cases.js';
import { WORDINGS } from '../wording/index.js';
import type { Told } from '../wording/wording.js';
import { CarryOut } from './carry-out.command.js';

@CommandHandler(CarryOut)
export class CarryOutHandler implements ICommandHandler<CarryOut, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, type, input }: CarryOut): Promise<CaseOutcome> {
    const { words, happenedAt } = said<Told>(WORDINGS[type], input);
    return this.cases.carryOut(
      request,
      async (seal, state) => {
        const sealUnder = (subject: string) => this.cases.sealUnder(state, subject);
        return { type, data: await words({ seal, sealUnder, request, state }) } as ComplaintCommand;
      },
      happenedAt,
    );
  }
}
