import type { CommandOf } from '../case/commands.js';
import { contentsOf } from './contents.js';
import type { Context } from '../case/context.js';
import { DOCUMENTS, type CaseDocument, type DocumentKind } from './documents.js';
import type { ComplaintEvent } from '../case/events.js';
import { isHandler } from '../filing/filing.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { reviewIsMine } from '../intake/review.js';
import { subjectFits } from './subjects.js';
import { currentDocument, isDecided, type RegisteredComplaint } from '../case/state.js';

type Answer = ComplaintEvent[] | ComplaintRefusal;

/** Who has the case in hand: the reviewer before the decision, a handler after it. */
export function hasInHand(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  return isDecided(state) ? isHandler(state, context) : reviewIsMine(state, context);
}

/** Whether this kind of document belongs to the case as it stands. */
export function documentFits(state: RegisteredComplaint, kind: DocumentKind): ComplaintRefusal | null {
  return DOCUMENTS[kind].phases.includes(state.phase)
    ? null
    : no('document-not-for-this-case', { kind, phase: state.phase });
}

/** A later draft replaces an earlier one that was not issued; each supplement request has its own document. */
export function documentCanBeDrafted(
  state: RegisteredComplaint,
  kind: DocumentKind,
  about?: string,
): ComplaintRefusal | null {
  const misfit = documentFits(state, kind) ?? subjectFits(state, kind, about);
  if (misfit) return misfit;
  const current = currentDocument(state, kind, about);
  if (current?.number === undefined) return null;
  if (kind === 'D09' && current.requests < state.supplements.length) return null;
  return no('document-already-issued', { kind, number: current.number });
}

/** Draws a document up from the case's facts. */
export function draftDocument(
  state: RegisteredComplaint,
  data: CommandOf<'DraftDocument'>['data'],
  context: Context,
): Answer {
  if (state.documents.some(({ documentId }) => documentId === data.documentId)) return [];
  const refusal = documentCanBeDrafted(state, data.kind, data.about);
  if (refusal) return refusal;
  return [
    {
      type: 'DocumentDrafted',
      data: {
        documentId: data.documentId,
        kind: data.kind,
        ...(data.about === undefined ? {} : { about: data.about }),
        draftedBy: context.actor.id,
        draftedAt: context.now,
        contents: contentsOf(data, state, context),
      },
    },
  ];
}

/** The document, if it still counts. */
export function liveDocument(
  state: RegisteredComplaint,
  documentId: string,
): CaseDocument | ComplaintRefusal {
  const document = state.documents.find((one) => one.documentId === documentId);
  if (!document) return no('document-not-found', { documentId });
  return document.superseded ? no('document-superseded', { documentId }) : document;
}

/** Issuing gives the number and is another person's act than drafting; notices of acceptance follow the filing (G14). */
export function documentCanBeIssued(
  state: RegisteredComplaint,
  document: CaseDocument,
  context: Context,
): ComplaintRefusal | null {
  if (document.number !== undefined) return no('document-already-issued', { number: document.number });
  const misfit = documentFits(state, document.kind);
  if (misfit) return misfit;
  if (document.draftedBy === context.actor.id)
    return no('issuer-is-drafter', { drafter: document.draftedBy });
  return state.phase === 'accepted' ? no('case-not-filed') : null;
}

export function issueDocument(
  state: RegisteredComplaint,
  data: CommandOf<'IssueDocument'>['data'],
  context: Context,
): Answer {
  const document = liveDocument(state, data.documentId);
  if ('refused' in document) return document;
  if (document.number === data.number) return [];
  const refusal = documentCanBeIssued(state, document, context);
  if (refusal) return refusal;
  return [
    {
      type: 'DocumentIssued',
      data: { ...data, issuedBy: context.actor.id, issuedAt: context.now },
    },
  ];
}
