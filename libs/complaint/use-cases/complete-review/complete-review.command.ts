import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';
import type { Condition, Jurisdiction, Outcome, Scope } from '../../domain/index.js';

export interface CompleteReviewInput {
  readonly jurisdiction: Jurisdiction;
  readonly competent?: string;
  readonly scope: readonly Scope[];
  readonly unmetConditions: readonly Condition[];
  readonly limitation: readonly {
    readonly claim: number;
    readonly class: 'deposit' | 'other';
    readonly startedOn: string;
  }[];
  readonly recommendation: Outcome;
  readonly opinion: string;
}

/** Reports the preliminary review with its four points to the leader (初审意见, G03–G07). */
export class CompleteReview extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: CompleteReviewInput,
  ) {
    super();
  }
}
