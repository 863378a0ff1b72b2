import type { CommandBus } from '@nestjs/cqrs';
import type { Reaction } from '#platform/reactions';
import { LETTER_EVENTS } from '../domain/index.js';
import { complaintOf } from '../read-models/index.js';
import { PassOn } from '../use-cases/index.js';

/** What follows from an event of a case at other offices: cases are opened there, and told of one another. */
export function handoverReaction(commands: CommandBus): Reaction {
  return {
    name: 'handovers',
    categories: ['complaint'],
    types: LETTER_EVENTS,
    react: ({ stream, revision, id }) =>
      commands.execute<PassOn, void>(new PassOn(complaintOf(stream), revision, id)),
  };
}
