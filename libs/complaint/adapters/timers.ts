import type { Instant } from '#kernel';
import type { CommandBus } from '@nestjs/cqrs';
import type { DueTimer, TimersDeclaration } from '#platform/timers';
import { timersOf } from '../domain/index.js';
import { complaintOf, eventOf } from '../read-models/index.js';
import { RingClock } from '../use-cases/index.js';

/** The timers that the clocks of complaints set and end. A clock's name is `<complaint>/<clock>`. */
export const COMPLAINT_TIMERS: TimersDeclaration = {
  version: 4,
  categories: ['complaint'],
  timersOf: (projected) =>
    timersOf(eventOf(projected)).map(({ clock, rung: kind, ...effect }) => ({
      ...effect,
      clock: `${complaintOf(projected.stream)}/${clock}`,
      kind,
    })),
};

/** Rings the clock that a timer stands for. The case decides what that means; ringing twice changes nothing. */
export async function ring(commands: CommandBus, timer: DueTimer, now: Instant): Promise<'done'> {
  const [complaint = ''] = timer.clock.split('/', 1);
  const clock = timer.clock.slice(complaint.length + 1);
  await commands.execute(new RingClock(complaint, clock, timer.kind, timer.revision, now, timer.fireAt));
  return 'done';
}
