import { IsBoolean } from 'class-validator';
import { IsCode, IsInstant, IsList, IsText, MayBeMissing, NoFields } from '#platform/http';
import {
  DOCUMENT_KINDS,
  RECIPIENT_RELATIONS,
  SERVICE_METHODS,
  type DocumentKind,
  type DocumentsCommands,
  type RecipientRelation,
  type ServiceMethod,
} from '../../../domain/index.js';
import { LONG_TEXT } from '../registration.dto.js';
import type { CaseRoutes } from './route.js';

export class DraftDto {
  @IsCode(DOCUMENT_KINDS) kind: DocumentKind;
  @MayBeMissing() @IsText({ max: LONG_TEXT }) note?: string;
  /** What goes with a D07 or D08 besides the complaint and its evidence. */
  @MayBeMissing() @IsList({ max: 100 }) @IsText({ max: 300, each: true }) materials?: string[];
}

export class DispatchDto {
  @IsCode(SERVICE_METHODS) method: ServiceMethod;
  @MayBeMissing() @IsInstant() sentAt?: string;
}

/** The service record (送达回证, D22). */
export class ServiceDto {
  @IsCode(SERVICE_METHODS) method: ServiceMethod;
  @IsInstant() servedAt: string;
  @IsText({ max: 100 }) recipient: string;
  @IsCode(RECIPIENT_RELATIONS) relation: RecipientRelation;
  @IsText({ max: 100 }) receipt: string;
  @MayBeMissing() @IsList({ max: 5 }) @IsText({ max: 100, each: true }) witnesses?: string[];
  @MayBeMissing() @IsBoolean() consent?: boolean;
}

const tag = 'documents';

/** The life of a document: drafted, issued, sent, served. */
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
  RecordService: {
    tag,
    path: 'documents/:documentId/service',
    right: 'document.record-service',
    summary: 'Record its service (送达回证)',
    body: ServiceDto,
  },
} as const satisfies CaseRoutes<DocumentsCommands>;
