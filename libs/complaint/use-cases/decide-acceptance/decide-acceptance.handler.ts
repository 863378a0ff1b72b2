import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { DecideAcceptance } from './decide-acceptance.command.js';

@CommandHandler(DecideAcceptance)
export class DecideAcceptanceHandler implements ICommandHandler<DecideAcceptance, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: DecideAcceptance): Promise<CaseOutcome> {
    return this.cases.carryOut(
      request,
      async (seal) => ({
        type: 'DecideAcceptance',
        data: {
          ...input,
          opinion: input.opinion ? await seal('decision.opinion', input.opinion) : undefined,
        },
      }),
      input.decidedAt,
    );
  }
}
