import { Command } from '@nestjs/cqrs';
import type { ReceivedFile } from '#platform/sealed-files';
import type { AttachmentLimits, EvidenceKind, Submitter } from '../../domain/index.js';
import type { CaseOutcome, CaseRequest } from '../cases.js';

/** What is said of a file as evidence, in clear. */
export interface EvidenceAbout {
  readonly kind: EvidenceKind;
  readonly submittedBy: Submitter;
  /** Subject of the complainant whose own paper it is. */
  readonly belongsTo?: string;
  readonly description?: string;
  readonly receivedAt?: string;
}

/** A file as evidence. */
export interface EvidenceInput extends EvidenceAbout {
  /** Made harmless already; personal. */
  readonly name: string;
  /** As the bytes show it. */
  readonly mediaType: string;
}

/** Attaches a file that has been received and looked at. Whoever received it closes it afterwards. */
export class AttachEvidence extends Command<CaseOutcome> {
  constructor(
    readonly request: CaseRequest,
    readonly input: EvidenceInput,
    readonly file: ReceivedFile,
    readonly limits: AttachmentLimits,
  ) {
    super();
  }
}
