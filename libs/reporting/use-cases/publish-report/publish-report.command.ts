import { Command } from '@nestjs/cqrs';
import type { Asked } from '../counting.js';
import type { ReportAttempt, ReportOutcome } from '../quarterly-reports.js';

/** Approves what was drafted, and opens it to everybody (G59). */
export class PublishReport extends Command<ReportOutcome> {
  constructor(
    readonly attempt: ReportAttempt,
    readonly asked: Asked,
  ) {
    super();
  }
}
