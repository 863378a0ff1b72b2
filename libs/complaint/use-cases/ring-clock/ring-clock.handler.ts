import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Streams } from '#platform/event-sourcing';
import { v5 as uuidv5 } from 'uuid';
import { momentOfRing } from '../../domain/index.js';
import { Cases, officeOf, SYSTEM } from '../cases.js';
import { COMPLAINT_STREAM } from '../stream.js';
import { RingClock } from './ring-clock.command.js';

/** Namespace of the ids that rings of clocks get. */
const RINGS = '5d2d1c8e-8f0b-5a53-9a3e-6f1f3b1f7c55';

@CommandHandler(RingClock)
export class RingClockHandler implements ICommandHandler<RingClock, void> {
  constructor(
    private readonly streams: Streams,
    private readonly cases: Cases,
  ) {}

  /** Two workers, a replayed job, a sweep beside a worker: the ids are the same, so the effect is one. */
  async execute({ complaintId, clock, rung, revision, now, fireAt }: RingClock): Promise<void> {
    const commandId = uuidv5(`${complaintId}/${clock}/${rung}/${revision}`, RINGS);
    const outcome = await this.streams.decide(
      COMPLAINT_STREAM,
      complaintId,
      { commandId, actor: SYSTEM, now },
      {
        command: ({ state }) => {
          const data = { clock, rung, revision };
          const context = this.cases.context(SYSTEM, now, officeOf(state));
          const happenedAt = momentOfRing(state, data, context, fireAt);
          return Promise.resolve({ command: { type: 'RingClock', data }, context, happenedAt });
        },
      },
    );
    if (outcome.outcome === 'refused' || outcome.outcome === 'conflict') {
      throw new Error(`clock ${clock} of ${complaintId} could not ring: ${outcome.outcome}`);
    }
  }
}
