import { v5 as uuidv5 } from 'uuid';
import type {
  DocumentKind,
  DocumentsCommands,
  RecipientRelation,
  ServiceMethod,
} from '../../domain/index.js';
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
  readonly consent?: boolean;
}

/** Issuing draws a number and has a handler of its own. */
export const documentsWording = {
  DraftDocument: wording(
    async (
      {
        kind,
        note,
        materials,
      }: { readonly kind: DocumentKind; readonly note?: string; readonly materials?: readonly string[] },
      { seal, request },
    ) => ({
      documentId: uuidv5('document', request.commandId),
      kind,
      ...(note ? { note: await seal('document.note', note) } : {}),
      ...(materials ? { materials: await sealAll(seal, 'document.material', materials) } : {}),
    }),
  ),
  SendDocument: wording((sending: DocumentsCommands['SendDocument']) => sending, 'sentAt'),
  RecordService: wording(
    async ({ documentId, ...service }: ServiceInput, { seal, request }) => ({
      documentId,
      service: {
        ...service,
        recipient: await seal('service.recipient', service.recipient),
        server: request.actor.id,
        witnesses: await sealAll(seal, 'service.witness', service.witnesses ?? []),
      },
    }),
    'servedAt',
  ),
} satisfies Wordings<Omit<DocumentsCommands, 'IssueDocument'>>;
