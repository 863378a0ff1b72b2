import { addMilliseconds, type Instant } from '#kernel';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen, starting } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { pinnedOf } from '../case/rulebooks.js';
import type { RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { Clock } from '../clocks/clock.js';
import { addresseeOf, type CaseDocument } from './documents.js';
import { deliverable, documentCanBeServed, serving } from './serving.js';

/** So many different ways of service must have failed before somebody counts as untraceable. */
const WAYS_TRIED = 2;

/** Service by publication (公告送达): the last resort, when the addressee cannot be found (民诉法 95). */
export function publishDocument(
  state: RegisteredComplaint,
  data: CommandOf<'PublishDocument'>['data'],
  context: Context,
): ComplaintEvent[] | ComplaintRefusal {
  const document = deliverable(state, data.documentId);
  if ('refused' in document) return document;
  const { documentId, kind, publication: earlier } = document;
  if (earlier?.reference === data.reference && earlier.medium === data.medium) return [];
  const publishedAt = data.publishedAt ?? context.now;
  const refusal =
    documentCanBePublished(document) ??
    checkWhen('publishedAt', publishedAt, lastSearch(document) ?? publishedAt, context);
  if (refusal) return refusal;
  const { medium, reference } = data;
  const publication = { publishedAt, medium, reference, publishedBy: context.actor.id };
  const starts = starting('document-published', publishedAt, context, documentId)(state);
  if (starts.length === 0) return no('publication-has-no-term', { ...pinnedOf(state) });
  return unfold(state, [{ type: 'DocumentPublished', data: { documentId, kind, publication } }], starts);
}

/** Only a party can be untraceable, and only after other ways of service have failed to find him. */
export function documentCanBePublished(document: CaseDocument): ComplaintRefusal | null {
  const stands = documentCanBeServed(document);
  if (stands) return stands;
  const { kind, publication } = document;
  const to = addresseeOf(document);
  if (to !== 'complainant' && to !== 'respondent') {
    return no('publication-is-for-parties', { kind, to: to ?? null });
  }
  if (publication) return no('document-already-published', { publishedAt: publication.publishedAt });
  const failed = [...new Set(searches(document).map(({ method }) => method))];
  return failed.length < WAYS_TRIED
    ? no('publication-needs-failed-attempts', { failed, needed: WAYS_TRIED })
    : null;
}

/** Attempts that did not find him. Who refuses a document has been found: it is left with him (留置). */
function searches(document: CaseDocument) {
  return (document.attempts ?? []).filter(({ outcome }) => outcome !== 'refused');
}

function lastSearch(document: CaseDocument): Instant | undefined {
  return searches(document)
    .map(({ attemptedAt }) => attemptedAt)
    .toSorted()
    .at(-1);
}

/** A service after the publication has run out comes too late: the document counts as served since then. */
export function notYetDeemedServed(
  state: RegisteredComplaint,
  { documentId }: CaseDocument,
  servedAt: Instant,
): ComplaintRefusal | null {
  const clock = state.clocks.find(
    ({ onMiss, about, status, dueAt }) =>
      onMiss === 'deem-served' && about === documentId && status !== 'cancelled' && servedAt >= dueAt,
  );
  return clock ? no('document-deemed-served', { documentId, servedAt: lastMomentOf(clock) }) : null;
}

/**
 * 民诉法 95: when the days of publication are over the document counts as served, on the last of them; what it
 * starts counts from the next day.
 */
export function deemServed(state: RegisteredComplaint, clock: Clock, context: Context): ComplaintEvent[] {
  const document = state.documents.find(({ documentId }) => documentId === clock.about);
  if (!document?.publication || document.service) return [];
  const { publishedBy: server, reference: receipt } = document.publication;
  const service = { method: 'publication', servedAt: lastMomentOf(clock), server, receipt } as const;
  return serving(state, document, service, context);
}

function lastMomentOf({ dueAt }: Clock): Instant {
  return addMilliseconds(dueAt, -1);
}
