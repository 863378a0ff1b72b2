import type { Instant, Sealed } from '#kernel';
import type {
  Addressee,
  DocumentKind,
  OralKind,
  PublicationMedium,
  RecipientRelation,
  ServiceAttempt,
  ServiceMethod,
  ServiceRecord,
} from './documents.js';

/** The life of official documents (文书、送达). */
export interface DocumentsCommands {
  DraftDocument: {
    readonly documentId: string;
    readonly kind: DocumentKind;
    /** Which of several things of the case it is about. */
    readonly about?: string;
    /** Ids of the copies for whom it is for besides the first. */
    readonly copies?: Readonly<Partial<Record<Addressee, string>>>;
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
  RecordOralNotice: {
    readonly kind: OralKind;
    readonly toldAt?: Instant;
    /** Account id; who records it when absent. */
    readonly toldBy?: string;
    readonly recipient: Sealed;
    readonly relation: RecipientRelation;
    readonly words: Sealed;
  };
  RecordServiceAttempt: { readonly documentId: string; readonly attempt: ServiceAttempt };
  PublishDocument: {
    readonly documentId: string;
    readonly medium: PublicationMedium;
    readonly reference: string;
    readonly publishedAt?: Instant;
  };
  RecordService: { readonly documentId: string; readonly service: ServiceRecord };
  FileReceipt: { readonly documentId: string; readonly filedAt?: Instant };
}
