import type { Instant, JsonObject } from '#kernel';
import type { Addressee, DocumentKind, Service, ServiceMethod } from './documents.js';

/** The life of official documents (文书、送达). */
export interface DocumentsEvents {
  DocumentDrafted: {
    readonly documentId: string;
    readonly kind: DocumentKind;
    /** Where a case can have several of its kind: what it is about. */
    readonly about?: string;
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
  DocumentServed: {
    readonly documentId: string;
    readonly kind: DocumentKind;
    /** On whom, where it is for several. */
    readonly on?: Addressee;
    readonly service: Service;
  };
}
