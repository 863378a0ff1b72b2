import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { RecordReferralReport } from './record-referral-report.command.js';

@CommandHandler(RecordReferralReport)
export class RecordReferralReportHandler implements ICommandHandler<RecordReferralReport, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: RecordReferralReport): Promise<CaseOutcome> {
    return this.cases.carryOut(
      request,
      async (seal) => ({
        type: 'RecordReferralReport',
        data: { reportedAt: input.reportedAt, result: await seal('referral.result', input.result) },
      }),
      input.reportedAt,
    );
  }
}
