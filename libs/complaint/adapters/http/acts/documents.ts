import { IsBoolean } from 'class-validator';
import {
  IsCode,
  IsInstant,
  IsList,
  IsText,
  IsUuidLower,
  MayBeMissing,
  NoFields,
  IsPerson,
} from '#platform/http';
import {
  ATTEMPT_OUTCOMES,
  DOCUMENT_KINDS,
  ORAL_KINDS,
  PUBLICATION_MEDIA,
  RECIPIENT_RELATIONS,
  SERVICE_METHODS,
  type AttemptOutcome,
  type DocumentKind,
  type DocumentsCommands,
  type OralKind,
  type PublicationMedium,
  type RecipientRelation,
  type ServiceMethod,
} from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

export class DraftDto {
  @IsCode(DOCUMENT_KINDS) kind: DocumentKind;
  /** Where a case can have several of a kind: the summons, commission or session call that it is about. */
  @MayBeMissing() @IsUuidLower() about?: string;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) note?: string;
  /** What goes with a D07 or D08 besides the complaint and its evidence. */
  @MayBeMissing() @IsList({ max: 100 }) @IsText({ max: 300, each: true }) materials?: string[];
}

export class DispatchDto {
  @IsCode(SERVICE_METHODS) method: ServiceMethod;
  @MayBeMissing() @IsInstant() sentAt?: string;
}

/** A notice told by word of mouth (G52). `toldBy`: account id, who records it when absent. */
export class OralNoticeDto {
  @IsCode(ORAL_KINDS) kind: OralKind;
  @MayBeMissing() @IsInstant() toldAt?: string;
  @MayBeMissing() @IsPerson() toldBy?: string;
  @IsText({ max: 100 }) recipient: string;
  @IsCode(RECIPIENT_RELATIONS) relation: RecipientRelation;
  @IsText({ max: LONG_TEXT }) words: string;
}

/** The service record (送达回证, D22). */
export class ServiceDto {
  @IsCode(SERVICE_METHODS) method: ServiceMethod;
  @IsInstant() servedAt: string;
  @IsText({ max: 100 }) recipient: string;
  @IsCode(RECIPIENT_RELATIONS) relation: RecipientRelation;
  @IsText({ max: 100 }) receipt: string;
  @MayBeMissing() @IsList({ max: 5 }) @IsText({ max: 100, each: true }) witnesses?: string[];
  @MayBeMissing() @IsList({ max: 10 }) @IsText({ max: 300, each: true }) evidence?: string[];
  @MayBeMissing() @IsBoolean() consent?: boolean;
  @MayBeMissing() @IsText({ max: 200 }) entrustedTo?: string;
}

/** An attempt that failed: refused, returned, nobody there, unknown at the address. */
export class ServiceAttemptDto {
  @IsCode(SERVICE_METHODS) method: ServiceMethod;
  @IsInstant() attemptedAt: string;
  @IsCode(ATTEMPT_OUTCOMES) outcome: AttemptOutcome;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) reason?: string;
  @MayBeMissing() @IsList({ max: 5 }) @IsText({ max: 100, each: true }) witnesses?: string[];
  @MayBeMissing() @IsList({ max: 10 }) @IsText({ max: 300, each: true }) evidence?: string[];
}

/** Where and when it was published. */
export class PublicationDto {
  @IsCode(PUBLICATION_MEDIA) medium: PublicationMedium;
  @IsText({ max: 200 }) reference: string;
  @MayBeMissing() @IsInstant() publishedAt?: string;
}

export class ReceiptDto {
  @MayBeMissing() @IsInstant() filedAt?: string;
}

const tag = 'documents';

/** The life of a document: drafted, issued, sent or tried, served, its receipt on file. */
export const documentsRoutes = {
  DraftDocument: {
    tag,
    path: 'documents',
    right: 'document.draft',
    summary: 'Draw a document up from the facts of the case',
    body: DraftDto,
    status: 201,
  },
  IssueDocument: {
    tag,
    path: 'documents/:documentId/issue',
    right: 'document.issue',
    summary: 'Issue it: it gets its number',
    body: NoFields,
  },
  SendDocument: {
    tag,
    path: 'documents/:documentId/dispatch',
    right: 'document.record-service',
    summary: 'Record that it was posted or handed over',
    body: DispatchDto,
  },
  RecordOralNotice: {
    tag,
    path: 'oral-notices',
    right: 'document.record-service',
    summary: 'Record a notice told by word of mouth, where the rules allow it (G52)',
    body: OralNoticeDto,
    status: 201,
  },
  RecordService: {
    tag,
    path: 'documents/:documentId/service',
    right: 'document.record-service',
    summary: 'Record its service (送达回证)',
    body: ServiceDto,
  },
  RecordServiceAttempt: {
    tag,
    path: 'documents/:documentId/service-attempts',
    right: 'document.record-service',
    summary: 'Record an attempt to serve it that failed',
    body: ServiceAttemptDto,
  },
  PublishDocument: {
    tag,
    path: 'documents/:documentId/publication',
    right: 'document.record-service',
    summary: 'Record that it was published because the addressee cannot be found (公告送达)',
    body: PublicationDto,
  },
  FileReceipt: {
    tag,
    path: 'documents/:documentId/receipt',
    right: 'document.record-service',
    summary: 'Record that the signed receipt of its service is on file',
    body: ReceiptDto,
  },
} as const satisfies CaseRoutes<DocumentsCommands>;
