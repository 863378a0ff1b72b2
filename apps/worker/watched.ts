import { Injectable } from '@nestjs/common';
import type { WakeUpQueue } from '#platform/queue';
import type { Firing } from '#platform/timers';
import { Pulse, STANDSTILL_MS, Watch } from '#platform/watch';

/** The steps of the loops that see to the timers. */
@Injectable()
export class TimerPulses {
  readonly sweep = new Pulse();
  readonly log = new Pulse();
}

/** The steps of what follows the log or the calendar in a worker. */
@Injectable()
export class FollowerPulses {
  readonly reactions = new Pulse();
  readonly calendar = new Pulse();
}

/** Everything of the timers that could stop without a word, each with how it is noticed. */
export function watchTimers(
  pulses: TimerPulses,
  queue: WakeUpQueue,
  firing: Firing,
  limitMs = STANDSTILL_MS,
): Watch {
  return new Watch()
    .add({ name: 'the sweep for overdue timers', limitMs, mark: pulses.sweep.mark })
    .add({ name: 'the reading of the log for timers', limitMs, mark: pulses.log.mark })
    .add({ name: 'the firing of a timer', limitMs, mark: () => firing.oldest() })
    .add({ name: 'the answering of the queue', limitMs, mark: () => queue.deafSince() });
}

/** Everything that follows the log or the calendar in a worker. */
export function watchFollowers(watch: Watch, pulses: FollowerPulses, limitMs = STANDSTILL_MS): Watch {
  return watch
    .add({ name: 'what follows from events at other offices', limitMs, mark: pulses.reactions.mark })
    .add({ name: 'the counting anew by the calendar', limitMs, mark: pulses.calendar.mark });
}
