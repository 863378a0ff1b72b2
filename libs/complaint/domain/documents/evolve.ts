import type { Evolving } from '../case/evolving.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { CaseDocument } from './documents.js';
import type { DocumentsEvents } from './events.js';

export const documentsEvolve: Evolving<DocumentsEvents> = {
  DocumentDrafted: (state, draft) => ({ ...state, documents: documentsWith(state, draft) }),
  DocumentIssued: (state, data) => withDocument(state, data.documentId, data),
  DocumentSent: (state, { documentId, sentAt, method }) =>
    withDocument(state, documentId, { sentAt, sentBy: method }),
  OralNoticeRecorded: (state, notice) => ({
    ...state,
    oralNotices: [...(state.oralNotices ?? []), notice],
  }),
  ServiceAttempted: attempted,
  DocumentPublished: (state, { documentId, publication }) => withDocument(state, documentId, { publication }),
  DocumentServed: (state, { documentId, service }) => withDocument(state, documentId, { service }),
  ServiceReceiptFiled: (state, { documentId, filedAt }) =>
    withDocument(state, documentId, { receiptFiledAt: filedAt }),
};

/** A sending that came back is used up: what arrives later is judged by another, also if it was recorded before. */
function attempted(
  state: RegisteredComplaint,
  { documentId, attempt }: DocumentsEvents['ServiceAttempted'],
): RegisteredComplaint {
  const document = state.documents.find((one) => one.documentId === documentId);
  const cameBack =
    attempt.outcome === 'returned' &&
    document?.sentBy === attempt.method &&
    (document.sentAt ?? '') <= attempt.attemptedAt;
  return withDocument(state, documentId, {
    attempts: [...(document?.attempts ?? []), attempt],
    ...(cameBack ? { sentAt: undefined, sentBy: undefined } : {}),
  });
}

/** A new draft takes the place of what was drawn up before it about the same thing for the same person. */
function documentsWith(
  state: RegisteredComplaint,
  draft: DocumentsEvents['DocumentDrafted'],
): readonly CaseDocument[] {
  const earlier = state.documents.map((document) =>
    replaces(draft, document) ? { ...document, superseded: true } : document,
  );
  return [...earlier, { ...draft, superseded: false, requests: state.supplements.length }];
}

function replaces(draft: DocumentsEvents['DocumentDrafted'], before: CaseDocument): boolean {
  const { kind, about, addressee, inPlaceOf } = draft;
  const isSame = kind === before.kind && about === before.about && addressee === before.addressee;
  // What was served stays in the file, and the case goes by it.
  return isSame && (inPlaceOf === undefined || before.service === undefined);
}

function withDocument(
  state: RegisteredComplaint,
  documentId: string,
  change: Partial<CaseDocument>,
): RegisteredComplaint {
  return {
    ...state,
    documents: state.documents.map((document) =>
      document.documentId === documentId ? { ...document, ...change } : document,
    ),
  };
}
