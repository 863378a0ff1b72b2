import type { WakeUpCall } from '#platform/queue';

/**
 * A moment at which clocks run out: ms since 1970 of the office's time, in tens. The queue is no more punctual than
 * that, and whatever runs out within it is woken up by one call. So the queue's size goes with the moments that lie
 * ahead, of which a day of offices has few (most terms end at midnight), and not with the clocks that are open.
 */
export type Moment = number;

/** Width of a moment, in ms. It stands at its end: nothing is called early. */
export const MOMENT_MS = 10;

/** A moment that lies ahead. */
export interface ComingMoment {
  readonly moment: Moment;
  /** Until then, in ms of real time. */
  readonly dueInMs: number;
}

/** Id of the job that wakes up what runs out at that moment. */
export function jobIdOf(moment: Moment): string {
  return `moment_${moment}`;
}

export function callOf({ moment, dueInMs }: ComingMoment): WakeUpCall {
  return { id: jobIdOf(moment), delayMs: dueInMs, data: { moment } };
}
