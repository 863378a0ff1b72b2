import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { QuarterlyReports, type ReportOutcome } from '../quarterly-reports.js';
import { DraftReport } from './draft-report.command.js';

@CommandHandler(DraftReport)
export class DraftReportHandler implements ICommandHandler<DraftReport, ReportOutcome> {
  constructor(private readonly reports: QuarterlyReports) {}

  execute({ attempt, asked, because }: DraftReport): Promise<ReportOutcome> {
    return this.reports.draft(attempt, asked, because);
  }
}
