import type { Instant, JsonObject } from '#kernel';
import type { DocumentKind, Service, ServiceMethod } from './documents.js';

/** The life of official documents (文书、送达). */
export interface DocumentsEvents {
  DocumentDrafted: {
    readonly documentId: string;
    readonly kind: DocumentKind;
    readonly draftedBy: string;
    readonly draftedAt: Instant;
    readonly contents: JsonObject;
  };
  DocumentIssued: {
    readonly documentId: string;
    readonly number: string;
    readonly issuedBy: string;
    readonly issuedAt: Instant;
  };
  DocumentSent: { readonly documentId: string; readonly method: ServiceMethod; readonly sentAt: Instant };
  DocumentServed: { readonly documentId: string; readonly kind: DocumentKind; readonly service: Service };
}
