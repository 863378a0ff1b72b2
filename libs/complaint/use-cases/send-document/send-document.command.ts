import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';
import type { ServiceMethod } from '../../domain/index.js';

export interface SendDocumentInput {
  readonly documentId: string;
  readonly method: ServiceMethod;
  readonly sentAt?: string;
}

/** A document is posted or handed over for delivery. */
export class SendDocument extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: SendDocumentInput,
  ) {
    super();
  }
}
