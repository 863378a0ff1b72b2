import { Command } from '@nestjs/cqrs';
import type { CorrectionCause } from '../../domain/index.js';
import type { Asked } from '../counting.js';
import type { ReportAttempt, ReportOutcome } from '../quarterly-reports.js';

/** Counts a quarter that is over, for somebody else to approve. Figures that wait already are not drafted twice. */
export class DraftReport extends Command<ReportOutcome> {
  constructor(
    readonly attempt: ReportAttempt,
    readonly asked: Asked,
    readonly because?: CorrectionCause,
  ) {
    super();
  }
}
