import { Command } from '@nestjs/cqrs';
import type { Attempt, Outcome } from '#platform/event-sourcing';
import type { HolidayEvent, Holidays, NoticeInput } from '../../domain/index.js';

export type HolidayOutcome = Outcome<HolidayEvent, Holidays>;

/** Enters a notice of the State Council. A notice that is known already changes nothing. */
export class AddNotice extends Command<HolidayOutcome> {
  constructor(
    readonly attempt: Omit<Attempt, 'now'>,
    readonly notice: NoticeInput,
  ) {
    super();
  }
}
