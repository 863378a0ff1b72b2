import { Command } from '@nestjs/cqrs';

/** Sees to what follows at other offices from one event of a case: a case is opened there, or one is told. */
export class PassOn extends Command<void> {
  /** @param eventId derives the ids of what is written elsewhere: passing on twice writes once */
  constructor(
    readonly complaintId: string,
    readonly revision: number,
    readonly eventId: string,
  ) {
    super();
  }
}
