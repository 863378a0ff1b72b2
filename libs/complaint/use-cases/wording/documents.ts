import { v5 as uuidv5 } from 'uuid';
import {
  ADDRESSEES,
  type Addressee,
  type AttemptOutcome,
  type DocumentKind,
  type DocumentsCommands,
  type OralKind,
  type RecipientRelation,
  type ServiceMethod,
} from '../../domain/index.js';
import type { Seal } from '../cases.js';
import { sealAll } from '../sealing.js';
import { wording, type Wordings } from './wording.js';

/** A service record in clear (送达回证, D22). */
export interface ServiceInput {
  readonly documentId: string;
  readonly method: ServiceMethod;
  readonly servedAt: string;
  /** Name of who took it; personal. */
  readonly recipient: string;
  readonly relation: RecipientRelation;
  readonly receipt: string;
  readonly witnesses?: readonly string[];
  readonly evidence?: readonly string[];
  readonly consent?: boolean;
  readonly entrustedTo?: string;
}

/** A failed attempt to serve, in clear. */
export interface ServiceAttemptInput {
  readonly documentId: string;
  readonly method: ServiceMethod;
  readonly attemptedAt: string;
  readonly outcome: AttemptOutcome;
  readonly reason?: string;
  readonly witnesses?: readonly string[];
  readonly evidence?: readonly string[];
}

/** Who saw it, and what shows it. */
async function proof(
  seal: Seal,
  { witnesses = [], evidence = [] }: Pick<ServiceInput, 'witnesses' | 'evidence'>,
) {
  return {
    witnesses: await sealAll(seal, 'service.witness', witnesses),
    evidence: await sealAll(seal, 'service.evidence', evidence),
  };
}

/** The ids of a document's copies, the same each time the request comes. */
function copies(commandId: string): Readonly<Record<Addressee, string>> {
  const ids = ADDRESSEES.map((addressee) => [addressee, uuidv5(`document/${addressee}`, commandId)]);
  return Object.fromEntries(ids) as Record<Addressee, string>;
}

/** A notice told by word of mouth, in clear (口头告知, G52). */
export interface OralNoticeInput {
  readonly kind: OralKind;
  readonly toldAt?: string;
  readonly toldBy?: string;
  /** Name of who was told; personal. */
  readonly recipient: string;
  readonly relation: RecipientRelation;
  readonly words: string;
}

/** Issuing draws a number and has a handler of its own. */
export const documentsWording = {
  DraftDocument: wording(
    async (
      {
        kind,
        about,
        note,
        materials,
      }: {
        readonly kind: DocumentKind;
        readonly about?: string;
        readonly note?: string;
        readonly materials?: readonly string[];
      },
      { seal, request },
    ) => ({
      documentId: uuidv5('document', request.commandId),
      copies: copies(request.commandId),
      kind,
      ...(about === undefined ? {} : { about }),
      ...(note ? { note: await seal('document.note', note) } : {}),
      ...(materials ? { materials: await sealAll(seal, 'document.material', materials) } : {}),
    }),
  ),
  SendDocument: wording((sending: DocumentsCommands['SendDocument']) => sending, 'sentAt'),
  RecordOralNotice: wording(
    async ({ recipient, words, ...notice }: OralNoticeInput, { seal }) => ({
      ...notice,
      recipient: await seal('service.recipient', recipient),
      words: await seal('oral-notice.words', words),
    }),
    'toldAt',
  ),
  RecordService: wording(
    async ({ documentId, ...service }: ServiceInput, { seal, request }) => ({
      documentId,
      service: {
        ...service,
        recipient: await seal('service.recipient', service.recipient),
        server: request.actor.id,
        ...(await proof(seal, service)),
      },
    }),
    'servedAt',
  ),
  RecordServiceAttempt: wording(
    async ({ documentId, reason, ...attempt }: ServiceAttemptInput, { seal, request }) => ({
      documentId,
      attempt: {
        ...attempt,
        server: request.actor.id,
        ...(reason ? { reason: await seal('service.attempt-reason', reason) } : {}),
        ...(await proof(seal, attempt)),
      },
    }),
    'attemptedAt',
  ),
  PublishDocument: wording((publishing: DocumentsCommands['PublishDocument']) => publishing, 'publishedAt'),
  FileReceipt: wording((receipt: DocumentsCommands['FileReceipt']) => receipt, 'filedAt'),
} satisfies Wordings<Omit<DocumentsCommands, 'IssueDocument'>>;
