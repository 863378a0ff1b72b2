import type { JsonObject } from '#kernel';
import type { CommandOf } from '../case/commands.js';
import { hasGoneOut, servedUnderWrongName } from './anew.js';
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
  const stranger = subjectFits(state, kind, about);
  if (stranger) return stranger;
  if (wronglyServedFirst(state, kind, about) !== undefined) return null;
  const misfit = documentFits(state, kind);
  if (misfit) return misfit;
  const current = currentDocument(state, kind, about);
  if (current?.number === undefined || isToBeReplaced(current)) return null;
  if (isOfEarlierRequest(state, current)) return null;
  return no('document-already-issued', { kind, number: current.number });
}

/** Each supplement request has its own document. */
function isOfEarlierRequest({ supplements }: RegisteredComplaint, { kind, requests }: CaseDocument): boolean {
  return kind === 'D09' && requests < supplements.length;
}

/** H17: in the place of one that was served under a wrong name, in whatever phase the case is by now. */
function wronglyServedFirst(
  state: RegisteredComplaint,
  kind: DocumentKind,
  about?: string,
): string | undefined {
  const first = servedUnderWrongName(state, kind, about);
  return first && !isOfEarlierRequest(state, first) ? (first.copyOf ?? first.documentId) : undefined;
}

/** It is issued, names what was corrected or waived since as it was, and has not gone out (H17, G53). */
function isToBeReplaced(document: CaseDocument): boolean {
  const { correctedSince, claimsWaivedSince } = document;
  return (correctedSince ?? claimsWaivedSince) !== undefined && !hasGoneOut(document);
}

/** Draws a document up from the case's facts, in a copy for each whom it is for. */
export function draftDocument(
  state: RegisteredComplaint,
  data: CommandOf<'DraftDocument'>['data'],
  context: Context,
): Answer {
  const { documentId, kind, about, copies = {} } = data;
  if (state.documents.some((one) => one.documentId === documentId)) return [];
  const refusal = documentCanBeDrafted(state, kind, about);
  if (refusal) return refusal;
  const inPlaceOf = wronglyServedFirst(state, kind, about);
  const draft = {
    kind,
    ...(about === undefined ? {} : { about }),
    ...(inPlaceOf === undefined ? {} : { inPlaceOf }),
    draftedBy: context.actor.id,
    draftedAt: context.now,
    contents: { ...contentsOf(data, state, context), ...anew(state, inPlaceOf) },
  };
  const { to } = DOCUMENTS[kind];
  if (to.length < 2) return [{ type: 'DocumentDrafted', data: { documentId, ...draft } }];
  return to.map((addressee, index) => ({
    type: 'DocumentDrafted',
    data:
      index === 0
        ? { documentId, ...draft, addressee }
        : {
            documentId: copies[addressee] ?? `${documentId}-${addressee}`,
            ...draft,
            addressee,
            copyOf: documentId,
          },
  }));
}

/** Served anew, it says in the place of which number, served when. */
function anew({ documents }: RegisteredComplaint, inPlaceOf?: string): JsonObject {
  const first = documents.find(({ documentId }) => documentId === inPlaceOf);
  return first
    ? { inPlaceOf: { number: first.number ?? null, servedAt: first.service?.servedAt ?? null } }
    : {};
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
  const misfit = document.inPlaceOf === undefined ? documentFits(state, document.kind) : null;
  if (misfit) return misfit;
  if (document.correctedSince)
    return no('draft-before-correction', { corrections: [...document.correctedSince] });
  if (document.claimsWaivedSince)
    return no('draft-before-waiver', { waivedAt: state.waivers?.at(-1)?.waivedAt });
  if (document.draftedBy === context.actor.id)
    return no('issuer-is-drafter', { drafter: document.draftedBy });
  return state.phase === 'accepted' ? no('case-not-filed') : null;
}

/** Gives it its number, which all its copies bear. */
export function issueDocument(
  state: RegisteredComplaint,
  data: CommandOf<'IssueDocument'>['data'],
  context: Context,
): Answer {
  const named = liveDocument(state, data.documentId);
  if ('refused' in named) return named;
  const document = named.copyOf === undefined ? named : liveDocument(state, named.copyOf);
  if ('refused' in document) return document;
  if (document.number === data.number) return [];
  const refusal = documentCanBeIssued(state, document, context);
  if (refusal) return refusal;
  const { number } = data;
  const issued = { number, issuedBy: context.actor.id, issuedAt: context.now };
  return copiesOf(state, document).map(({ documentId }) => ({
    type: 'DocumentIssued',
    data: { documentId, ...issued },
  }));
}

/** The document with its copies. */
function copiesOf({ documents }: RegisteredComplaint, { documentId }: CaseDocument): CaseDocument[] {
  return documents.filter((one) => one.documentId === documentId || one.copyOf === documentId);
}
