import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { QuarterlyReports, type ReportOutcome } from '../quarterly-reports.js';
import { PublishReport } from './publish-report.command.js';

@CommandHandler(PublishReport)
export class PublishReportHandler implements ICommandHandler<PublishReport, ReportOutcome> {
  constructor(private readonly reports: QuarterlyReports) {}

  execute({ attempt, asked }: PublishReport): Promise<ReportOutcome> {
    return this.reports.publish(attempt, asked);
  }
}
