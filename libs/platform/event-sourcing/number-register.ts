import type { EventStore } from '#platform/event-store';
import { failPoint } from '#platform/failpoint';
import { v5 as uuidv5 } from 'uuid';
import type { Attempt } from './streams.js';

/**
 * Gapless numbers per office, kind and year (documents.md; I9). A number is the place of one event in a
 * stream of its own, and that event's id comes from what is numbered: asking again gives the same number,
 * and no two things ever get one.
 */
export class NumberRegister {
  constructor(private readonly store: EventStore) {}

  /** @param forId UUID of what gets the number */
  async allot(office: string, kind: string, year: string, forId: string, attempt: Attempt): Promise<number> {
    const answer = await this.store.append({
      stream: `number-${office}-${kind}-${year}`,
      expected: 'any',
      events: [
        {
          id: uuidv5(`number/${kind}`, forId),
          type: 'NumberAllotted',
          schemaVersion: 1,
          data: { for: forId },
          meta: {
            commandId: attempt.commandId,
            actor: { ...attempt.actor, roles: [...attempt.actor.roles] },
            happenedAt: attempt.now,
            recordedAt: attempt.now,
          },
        },
      ],
    });
    if (answer.outcome === 'conflict') throw new Error('a number cannot conflict');
    failPoint('after-number');
    return answer.firstRevision + 1;
  }
}
