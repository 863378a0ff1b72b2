import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ComplaintCommand } from '../../domain/index.js';
import { Cases, type CaseOutcome } from '../cases.js';
import { WORDINGS } from '../wording/index.js';
import type { Wording } from '../wording/wording.js';
import { CarryOut } from './carry-out.command.js';

@CommandHandler(CarryOut)
export class CarryOutHandler implements ICommandHandler<CarryOut, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, type, input }: CarryOut): Promise<CaseOutcome> {
    const { words, happenedAt } = WORDINGS[type] as Wording<Readonly<Record<string, unknown>>, object>;
    const said = input as Readonly<Record<string, unknown>>;
    const when = happenedAt === undefined ? undefined : (said[happenedAt] as string | undefined);
    return this.cases.carryOut(
      request,
      async (seal, state) =>
        ({
          type,
          data: await words(said, {
            seal,
            sealUnder: (subject) => this.cases.sealUnder(subject),
            request,
            state,
          }),
        }) as ComplaintCommand,
      when,
    );
  }
}
