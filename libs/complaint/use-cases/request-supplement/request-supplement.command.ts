import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';
import type { SupplementItem } from '../../domain/index.js';

export interface RequestSupplementInput {
  readonly items: readonly SupplementItem[];
  /** What exactly is missing, in words; personal. */
  readonly note: string;
}

/** Asks the complainant for what is missing (补正, G08). */
export class RequestSupplement extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: RequestSupplementInput,
  ) {
    super();
  }
}
