import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { CompleteReview } from './complete-review.command.js';

@CommandHandler(CompleteReview)
export class CompleteReviewHandler implements ICommandHandler<CompleteReview, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request, input }: CompleteReview): Promise<CaseOutcome> {
    return this.cases.carryOut(request, async (seal) => ({
      type: 'CompleteReview',
      data: { ...input, opinion: await seal('review.opinion', input.opinion) },
    }));
  }
}
