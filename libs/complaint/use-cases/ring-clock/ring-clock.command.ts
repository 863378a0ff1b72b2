import type { Instant } from '#kernel';
import { Command } from '@nestjs/cqrs';

/** A timer of a case rings: the clock's reminder or its due date (deadlines.md 6). */
export class RingClock extends Command<void> {
  /**
   * @param now the database's time when the timer was found due; nothing else decides
   * @param fireAt when it was to ring: what is noted then happened at that moment
   */
  constructor(
    readonly complaintId: string,
    readonly clock: string,
    readonly rung: string,
    readonly revision: number,
    readonly now: Instant,
    readonly fireAt: Instant,
  ) {
    super();
  }
}
