import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { PublishedController } from './published.controller.js';
import { QuarterlyReportsController } from './quarterly-reports.controller.js';
import { StatisticsController } from './statistics.controller.js';

/** Figures and publications over HTTP. The app that imports it provides the ports. */
@Module({
  imports: [CqrsModule],
  controllers: [StatisticsController, QuarterlyReportsController, PublishedController],
})
export class ReportingHttpModule {}
