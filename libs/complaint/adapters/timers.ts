import type { Instant } from '#kernel';
import type { CommandBus } from '@nestjs/cqrs';
import type { DueTimer, TimersDeclaration } from '#platform/timers';
import { timersOf } from '../domain/index.js';
import { complaintOf, eventOf } from '../read-models/index.js';
import { RingClock } from '../use-cases/index.js';

/** A timer's name: complaint, clock and rung. None of them holds a `/`. */
function timerId(complaint: string, clock: string, rung: string): string {
  return `${complaint}/${clock}/${rung}`;
}

/** The timers that the clocks of complaints set and end. */
export const COMPLAINT_TIMERS: TimersDeclaration = {
  version: 3,
  categories: ['complaint'],
  timersOf: (projected) =>
    timersOf(eventOf(projected)).map(({ clock, rung, ...effect }) => {
      const named = { timerId: timerId(complaintOf(projected.stream), clock, rung) };
      return effect.op === 'set' ? { ...named, ...effect, kind: rung } : { ...named, ...effect };
    }),
};

/** Rings the clock that a timer stands for. The case decides what that means; ringing twice changes nothing. */
export async function ring(commands: CommandBus, timer: DueTimer, now: Instant): Promise<'done'> {
  const [complaint = '', clock = '', rung = ''] = timer.timerId.split('/');
  await commands.execute(new RingClock(complaint, clock, rung, timer.revision, now, timer.fireAt));
  return 'done';
}
