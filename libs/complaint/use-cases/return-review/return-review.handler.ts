import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { ReturnReview } from './return-review.command.js';

@CommandHandler(ReturnReview)
export class ReturnReviewHandler implements ICommandHandler<ReturnReview, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: ReturnReview): Promise<CaseOutcome> {
    return this.cases.carryOut(request, async (seal) => ({
      type: 'ReturnReview',
      data: { reason: await seal('review.return-reason', input.reason) },
    }));
  }
}
