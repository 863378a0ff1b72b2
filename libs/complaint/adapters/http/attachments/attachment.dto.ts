import { IsInt } from 'class-validator';
import { IsCode, IsInstant, IsText, IsUuidLower, MayBeMissing } from '#platform/http';
import {
  EVIDENCE_KINDS,
  SUBMITTERS,
  type Attachment,
  type ComplaintEvent,
  type EvidenceKind,
  type Submitter,
} from '../../../domain/index.js';
import { CaseAnswerDto } from '../answers/case.dto.js';
import { LONG_TEXT } from '../registration.dto.js';

/** What is said of a file: the part `about` of the form. */
export class AttachmentDto {
  @IsCode(EVIDENCE_KINDS) kind: EvidenceKind;
  @IsCode(SUBMITTERS) submittedBy: Submitter;
  /** `subject` of the complainant whose own paper it is, such as an identity card. */
  @MayBeMissing() @IsUuidLower() belongsTo?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) description?: string;
  @MayBeMissing() @IsInstant() receivedAt?: string;
}

/** What an operator says of a file that it brings: it is the respondent's, and comes in now. */
export class OperatorAttachmentDto {
  @IsCode(EVIDENCE_KINDS) kind: EvidenceKind;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) description?: string;
}

/** What attaching answers: the case as it stands now, and how the file is called in it. */
export class AttachedDto extends CaseAnswerDto {
  @IsUuidLower() attachmentId: string;
  @IsInt() size: number;
  @IsText({ max: 64 }) sha256: string;
  @IsText({ max: 100 }) mediaType: string;
}

/** How a file is called in its case, and what proves it. */
export type AttachedFile = Omit<AttachedDto, keyof CaseAnswerDto>;

/** The file that these events have attached. */
export function attachedBy(events: readonly ComplaintEvent[]): AttachedFile {
  const [attached] = events.filter(({ type }) => type === 'EvidenceAttached');
  const { attachmentId, size, sha256, mediaType } = attached!.data as Attachment;
  return { attachmentId, size, sha256, mediaType };
}
