import type { Instant, Sealed } from '#kernel';
import type { DocumentKind, Service, ServiceMethod } from './documents.js';

/** The life of official documents (文书、送达). */
export interface DocumentsCommands {
  DraftDocument: {
    readonly documentId: string;
    readonly kind: DocumentKind;
    readonly note?: Sealed;
    /** What goes with a D07 or D08 besides the complaint and its evidence (移送材料). */
    readonly materials?: readonly Sealed[];
  };
  IssueDocument: { readonly documentId: string; readonly number: string };
  SendDocument: {
    readonly documentId: string;
    readonly method: ServiceMethod;
    readonly sentAt?: Instant;
  };
  RecordService: { readonly documentId: string; readonly service: Service };
}
