import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Cases, type CaseOutcome } from '../cases.js';
import { BeginReview } from './begin-review.command.js';

@CommandHandler(BeginReview)
export class BeginReviewHandler implements ICommandHandler<BeginReview, CaseOutcome> {
  constructor(private readonly cases: Cases) {}

  execute({ request }: BeginReview): Promise<CaseOutcome> {
    return this.cases.carryOut(request, () => Promise.resolve({ type: 'BeginReview', data: {} }));
  }
}
