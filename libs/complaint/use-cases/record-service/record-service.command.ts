import { Command } from '@nestjs/cqrs';
import type { CaseOutcome, CaseRequest } from '../cases.js';
import type { RecipientRelation, ServiceMethod } from '../../domain/index.js';

export interface RecordServiceInput {
  readonly documentId: string;
  readonly method: ServiceMethod;
  readonly servedAt: string;
  /** Name of who took it; personal. */
  readonly recipient: string;
  readonly relation: RecipientRelation;
  readonly receipt: string;
  readonly witnesses?: readonly string[];
  readonly consent?: boolean;
}

/** Records the service of a document (送达回证, D22). */
export class RecordService extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: RecordServiceInput,
  ) {
    super();
  }
}
