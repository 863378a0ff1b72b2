import type { Evolving } from '../case/evolving.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { CaseDocument } from './documents.js';
import type { DocumentsEvents } from './events.js';

export const documentsEvolve: Evolving<DocumentsEvents> = {
  DocumentDrafted: (state, draft) => ({ ...state, documents: documentsWith(state, draft) }),
  DocumentIssued: (state, data) => withDocument(state, data.documentId, data),
  DocumentSent: (state, { documentId, sentAt, method }) =>
    withDocument(state, documentId, { sentAt, sentBy: method }),
  DocumentServed: (state, { documentId, service }) => withDocument(state, documentId, { service }),
};

/** A new draft takes the place of what was drawn up before it. */
function documentsWith(
  state: RegisteredComplaint,
  draft: DocumentsEvents['DocumentDrafted'],
): readonly CaseDocument[] {
  const earlier = state.documents.map((document) =>
    document.kind === draft.kind ? { ...document, superseded: true } : document,
  );
  return [...earlier, { ...draft, superseded: false, requests: state.supplements.length }];
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
