import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { HolidayRecords } from '../holiday-records.js';
import { AddNotice, type HolidayOutcome } from './add-notice.command.js';

@CommandHandler(AddNotice)
export class AddNoticeHandler implements ICommandHandler<AddNotice, HolidayOutcome> {
  constructor(private readonly records: HolidayRecords) {}

  execute({ attempt, notice }: AddNotice): Promise<HolidayOutcome> {
    return this.records.carryOut(attempt, { type: 'AddNotice', data: notice });
  }
}
