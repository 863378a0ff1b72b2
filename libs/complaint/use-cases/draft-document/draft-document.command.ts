import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';
import type { DocumentKind } from '../../domain/index.js';

export interface DraftDocumentInput {
  readonly kind: DocumentKind;
  readonly note?: string;
}

/** Draws a document up from the facts of the case. */
export class DraftDocument extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: DraftDocumentInput,
  ) {
    super();
  }
}
