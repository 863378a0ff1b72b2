import type { StartFact, StopFact } from '#rulebook';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { CaseDocument, DocumentKind, Service } from './documents.js';
import { liveDocument } from './drafting.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, concluding, starting, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { Complaint, RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';

type Answer = ComplaintEvent[] | ComplaintRefusal;

/** A document must be issued, and not yet served, to be sent or served. */
export function documentCanBeServed(document: CaseDocument): ComplaintRefusal | null {
  if (document.number === undefined) return no('document-not-issued', { documentId: document.documentId });
  return document.service === undefined
    ? null
    : no('document-already-served', { servedAt: document.service.servedAt });
}

function deliverable(state: RegisteredComplaint, documentId: string): CaseDocument | ComplaintRefusal {
  const document = liveDocument(state, documentId);
  if ('refused' in document) return document;
  return documentCanBeServed(document) ?? document;
}

/** Posting or handing over for delivery; the sending of a letter of transfer keeps the law's limit (deadlines.md 4). */
export function sendDocument(
  state: RegisteredComplaint,
  data: CommandOf<'SendDocument'>['data'],
  context: Context,
): Answer {
  const document = deliverable(state, data.documentId);
  if ('refused' in document) return document;
  if (isSentSo(document, data)) return [];
  const sentAt = data.sentAt ?? context.now;
  const wrong = checkWhen('sentAt', sentAt, document.issuedAt ?? sentAt, context);
  if (wrong) return wrong;
  return unfold(
    state,
    [{ type: 'DocumentSent', data: { documentId: data.documentId, method: data.method, sentAt } }],
    stopping(document.kind === 'D08' ? ['document-sent:D08'] : [], sentAt),
    leavingUs(document, sentAt, context),
  );
}

/** A15: the lower office has the case from its first dispatch on, whenever it signs for it. */
function leavingUs(document: CaseDocument, at: string, context: Context) {
  const first = document.kind === 'D07' && document.sentAt === undefined;
  return first ? starting('case-sent-down', at, context) : [];
}

/** The same sending reported again. One that came back is followed by another: at another time, in another way. */
function isSentSo(document: CaseDocument, { method, sentAt }: CommandOf<'SendDocument'>['data']): boolean {
  return document.sentBy === method && (sentAt === undefined || sentAt === document.sentAt);
}

const STOPS: Readonly<Record<DocumentKind, readonly StopFact[]>> = {
  D04: ['document-served:D04'],
  D05: ['document-served:D05'],
  D06: ['document-served:D06'],
  D07: ['document-served:D07'],
  D08: ['document-sent:D08', 'document-served:D08'],
  D09: [],
};

const STARTS: Readonly<Partial<Record<DocumentKind, StartFact>>> = {
  D05: 'document-served:D05',
  D07: 'document-served:D07',
};

/** G11–G16: a notice is met by its service, recorded with method, recipient and time (送达回证). */
export function recordService(
  state: RegisteredComplaint,
  data: CommandOf<'RecordService'>['data'],
  context: Context,
): Answer {
  const document = liveDocument(state, data.documentId);
  if ('refused' in document) return document;
  if (
    document.service?.receipt === data.service.receipt &&
    document.service.servedAt === data.service.servedAt
  ) {
    return [];
  }
  const { service } = data;
  const refusal =
    documentCanBeServed(document) ??
    checkWhen(
      'servedAt',
      service.servedAt,
      document.sentAt ?? document.issuedAt ?? service.servedAt,
      context,
    ) ??
    checkService(document, service);
  if (refusal) return refusal;
  const start = STARTS[document.kind];
  return unfold(
    state,
    [{ type: 'DocumentServed', data: { documentId: document.documentId, kind: document.kind, service } }],
    stopping(STOPS[document.kind], service.servedAt, timelyAt(document, service)),
    start ? starting(start, service.servedAt, context) : [],
    leavingUs(document, service.servedAt, context),
    (reached: Complaint) =>
      reached.phase === 'rejection-served' ? concluding(service.servedAt)(reached) : [],
  );
}

/** Mail handed over before the limit is in time (民诉法 85). */
function timelyAt(document: CaseDocument, service: Service): string {
  return service.method === 'mail' ? (document.sentAt ?? service.servedAt) : service.servedAt;
}

/** What each way of service needs to count: by analogy to 民诉法 87–95. */
function checkService(document: CaseDocument, service: Service): ComplaintRefusal | null {
  const missing = [
    ...(service.method === 'left' && (service.witnesses ?? []).length === 0 ? ['witnesses'] : []),
    ...(service.method === 'electronic' && service.consent !== true ? ['consent'] : []),
    ...(service.method === 'mail' && document.sentBy !== 'mail' ? ['sentAt'] : []),
  ];
  return missing.length > 0 ? no('service-incomplete', { method: service.method, missing }) : null;
}
