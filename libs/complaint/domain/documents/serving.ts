import type { Instant } from '#kernel';
import type { StartFact, StopFact } from '#rulebook';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { isEnded } from '../case/phases.js';
import { concluding, starting, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { Complaint, RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import { addresseeOf, type CaseDocument, type DocumentKind, type Service } from './documents.js';
import { liveDocument } from './drafting.js';

/** A document must be issued, and not yet served, to be sent or served. */
export function documentCanBeServed(document: CaseDocument): ComplaintRefusal | null {
  if (addresseeOf(document) === undefined) return no('document-stays-in-file', { kind: document.kind });
  if (document.number === undefined) return no('document-not-issued', { documentId: document.documentId });
  return document.service === undefined
    ? null
    : no('document-already-served', { servedAt: document.service.servedAt });
}

/** The document, if it can be sent or served. */
export function deliverable(state: RegisteredComplaint, documentId: string): CaseDocument | ComplaintRefusal {
  const document = liveDocument(state, documentId);
  if ('refused' in document) return document;
  return documentCanBeServed(document) ?? document;
}

/** Clocks that the service of a document meets. */
export const STOPS: Readonly<Record<DocumentKind, readonly StopFact[]>> = {
  D04: ['document-served:D04'],
  D05: ['document-served:D05'],
  D06: ['document-served:D06'],
  D07: ['document-served:D07'],
  D08: ['document-sent:D08', 'document-served:D08'],
  D08C: [],
  D09: [],
  D10: [],
  D11: [],
  D12: [],
  D13: [],
  D14: [],
  D15: [],
  D15R: [],
  D16: [],
  D17: [],
  D18: [],
};

const STARTS: Readonly<Partial<Record<DocumentKind, StartFact>>> = {
  D05: 'document-served:D05',
  D07: 'document-served:D07',
};

/** A15: the lower office has the case from its first dispatch on, whenever it signs for it. */
export function leavingUs(
  { kind, sentAt }: Pick<CaseDocument, 'kind' | 'sentAt'>,
  at: Instant,
  context: Context,
) {
  const first = kind === 'D07' && sentAt === undefined;
  return (state: Complaint): ComplaintEvent[] =>
    first && state.phase === 'referred-down' ? starting('case-sent-down', at, context)(state) : [];
}

/** What timeliness of a service is judged by: mail handed over before the limit is in time (民诉法 85). */
export function timelinessOf({ method, servedAt }: Service, sentAt: Instant | undefined): Instant {
  return method === 'mail' ? (sentAt ?? servedAt) : servedAt;
}

/**
 * What follows from a service, in whatever way it came about. From one in the place of another nothing does: the first
 * one stands, with the terms that it began and met (H17).
 */
export function serving(
  state: RegisteredComplaint,
  { documentId, kind, sentAt, inPlaceOf }: CaseDocument,
  service: Service,
  context: Context,
): ComplaintEvent[] {
  const { servedAt } = service;
  if (inPlaceOf !== undefined)
    return unfold(
      state,
      [{ type: 'DocumentServed', data: { documentId, kind, service } }],
      stopping(['published-document-served'], servedAt, { about: documentId }),
    );
  const timelyAt = timelinessOf(service, sentAt);
  // Proof that comes after the end starts nothing: what it would have started would have fallen away with the end.
  const start = isEnded(state.phase) ? undefined : STARTS[kind];
  return unfold(
    state,
    [{ type: 'DocumentServed', data: { documentId, kind, service } }],
    stopping(['published-document-served'], servedAt, { about: documentId }),
    stopping(STOPS[kind], servedAt, { timelyAt }),
    start ? starting(start, servedAt, context, documentId) : [],
    leavingUs({ kind, sentAt }, servedAt, context),
    (reached: Complaint) => (reached.phase === 'rejection-served' ? concluding(servedAt)(reached) : []),
  );
}
