import type { Instant, JsonObject } from '#kernel';
import type {
  Addressee,
  DocumentKind,
  OralNotice,
  Publication,
  Service,
  ServiceAttempt,
  ServiceMethod,
} from './documents.js';

/** The life of official documents (文书、送达). */
export interface DocumentsEvents {
  DocumentDrafted: {
    readonly documentId: string;
    readonly kind: DocumentKind;
    /** Where a case can have several of its kind: what it is about. */
    readonly about?: string;
    /** Where it is for several: whom this copy is for. */
    readonly addressee?: Addressee;
    /** The copy for the first of them; absent on that one. */
    readonly copyOf?: string;
    /** The served one that named somebody wrongly, in whose place it is served anew (H17). */
    readonly inPlaceOf?: string;
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
  /** Told by word of mouth and recorded: it stands for the service of the written notice (G52). */
  OralNoticeRecorded: OralNotice;
  /** Somebody tried to serve it, and nobody took it. */
  ServiceAttempted: {
    readonly documentId: string;
    readonly kind: DocumentKind;
    readonly attempt: ServiceAttempt;
  };
  DocumentPublished: {
    readonly documentId: string;
    readonly kind: DocumentKind;
    readonly publication: Publication;
  };
  DocumentServed: {
    readonly documentId: string;
    readonly kind: DocumentKind;
    readonly service: Service;
  };
  ServiceReceiptFiled: {
    readonly documentId: string;
    readonly filedAt: Instant;
    readonly filedBy: string;
  };
}
