import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CalendarAdministrationController } from './administration.controller.js';
import { CalendarController } from './calendar.controller.js';

/** The calendar over HTTP. The app that imports it provides the ports: the clocks affected, and the secret. */
@Module({
  imports: [CqrsModule],
  controllers: [CalendarController, CalendarAdministrationController],
})
export class HolidaysHttpModule {}
