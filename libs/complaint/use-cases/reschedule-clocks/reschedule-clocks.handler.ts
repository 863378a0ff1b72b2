import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#platform/clock';
import { Streams } from '#platform/event-sourcing';
import { v4 as uuidv4 } from 'uuid';
import type { ComplaintEvent } from '../../domain/index.js';
import { Cases, officeOf, SYSTEM } from '../cases.js';
import { COMPLAINT_STREAM } from '../stream.js';
import { RescheduleClocks } from './reschedule-clocks.command.js';

@CommandHandler(RescheduleClocks)
export class RescheduleClocksHandler implements ICommandHandler<RescheduleClocks, readonly ComplaintEvent[]> {
  constructor(
    private readonly streams: Streams,
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  /** Asked again, or by two at once, a clock that has been counted by this calendar says nothing more. */
  async execute({ complaintId }: RescheduleClocks): Promise<readonly ComplaintEvent[]> {
    const now = this.clock.now();
    const outcome = await this.streams.decide(
      COMPLAINT_STREAM,
      complaintId,
      { commandId: uuidv4(), actor: SYSTEM, now },
      {
        command: ({ state }) =>
          Promise.resolve({
            command: { type: 'RescheduleClocks', data: {} },
            context: this.cases.context(SYSTEM, now, officeOf(state)),
          }),
      },
    );
    if (outcome.outcome === 'done') return outcome.events;
    throw new Error(`clocks of ${complaintId} could not be counted anew: ${outcome.outcome}`);
  }
}
