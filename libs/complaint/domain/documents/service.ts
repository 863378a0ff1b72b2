import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { CaseDocument, ServiceRecord } from './documents.js';
import { liveDocument } from './drafting.js';
import { notYetDeemedServed } from './publication.js';
import { deliverable, documentCanBeServed, leavingUs, serving } from './serving.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';

type Answer = ComplaintEvent[] | ComplaintRefusal;

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

/** The same sending reported again. One that came back is followed by another: at another time, in another way. */
function isSentSo(document: CaseDocument, { method, sentAt }: CommandOf<'SendDocument'>['data']): boolean {
  return document.sentBy === method && (sentAt === undefined || sentAt === document.sentAt);
}

/** G11–G16: a notice is met by its service, recorded with method, recipient and time (送达回证). */
export function recordService(
  state: RegisteredComplaint,
  data: CommandOf<'RecordService'>['data'],
  context: Context,
): Answer {
  const document = liveDocument(state, data.documentId);
  if ('refused' in document) return document;
  const { service } = data;
  if (document.service?.receipt === service.receipt && document.service.servedAt === service.servedAt) {
    return [];
  }
  const earliest = document.sentAt ?? document.issuedAt ?? service.servedAt;
  const refusal =
    documentCanBeServed(document) ??
    checkWhen('servedAt', service.servedAt, earliest, context) ??
    checkService(document, service) ??
    notYetDeemedServed(state, document, service.servedAt);
  return refusal ?? serving(state, document, service, context);
}

/** What each way of service needs to count: by analogy to 民诉法 87–95. */
export function checkService(document: CaseDocument, service: ServiceRecord): ComplaintRefusal | null {
  const { method, witnesses = [], evidence = [] } = service;
  const missing = [
    ...(method === 'left' && witnesses.length + evidence.length === 0 ? ['witnesses', 'evidence'] : []),
    ...(method === 'electronic' && service.consent !== true ? ['consent'] : []),
    ...(method === 'entrusted' && service.entrustedTo === undefined ? ['entrustedTo'] : []),
    ...(method === 'mail' && document.sentBy !== 'mail' ? ['sentAt'] : []),
  ];
  return missing.length > 0 ? no('service-incomplete', { method, missing }) : null;
}

/** The signed receipt (送达回证) came back and is on file. */
export function fileReceipt(
  state: RegisteredComplaint,
  data: CommandOf<'FileReceipt'>['data'],
  context: Context,
): Answer {
  const document = liveDocument(state, data.documentId);
  if ('refused' in document) return document;
  const refusal = receiptCanBeFiled(document);
  if (refusal) return data.filedAt !== undefined && data.filedAt === document.receiptFiledAt ? [] : refusal;
  const filedAt = data.filedAt ?? context.now;
  const wrong = checkWhen('filedAt', filedAt, document.service?.servedAt ?? filedAt, context);
  if (wrong) return wrong;
  const { documentId } = document;
  return [{ type: 'ServiceReceiptFiled', data: { documentId, filedAt, filedBy: context.actor.id } }];
}

/** A receipt belongs to a service, and there is one. */
export function receiptCanBeFiled(document: CaseDocument): ComplaintRefusal | null {
  const { documentId, service, receiptFiledAt } = document;
  if (service === undefined) return no('document-not-served', { documentId });
  return receiptFiledAt === undefined ? null : no('receipt-already-filed', { filedAt: receiptFiledAt });
}
