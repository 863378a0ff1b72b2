import { Command } from '@nestjs/cqrs';
import type { ComplaintEvent } from '../../domain/index.js';

/** The calendar has changed: the case counts its open clocks anew. Answers what that caused, mostly nothing. */
export class RescheduleClocks extends Command<readonly ComplaintEvent[]> {
  constructor(readonly complaintId: string) {
    super();
  }
}
