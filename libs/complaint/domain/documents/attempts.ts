import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { AttemptOutcome, CaseDocument, ServiceAttempt, ServiceMethod } from './documents.js';
import { deliverable } from './serving.js';

/** In which ways of service an attempt can end so. What was never out of the server's hands cannot come back. */
const WAYS: Readonly<Record<AttemptOutcome, readonly ServiceMethod[]>> = {
  refused: ['direct', 'left', 'entrusted', 'mail'],
  returned: ['mail', 'entrusted', 'electronic'],
  'nobody-there': ['direct', 'left', 'entrusted', 'mail'],
  'unknown-at-address': ['direct', 'left', 'entrusted', 'mail', 'electronic'],
};

/** D22: an attempt to serve that failed; it starts and stops no clock, and opens the way to another way of service. */
export function recordServiceAttempt(
  state: RegisteredComplaint,
  { documentId, attempt }: CommandOf<'RecordServiceAttempt'>['data'],
  context: Context,
): ComplaintEvent[] | ComplaintRefusal {
  const document = deliverable(state, documentId);
  if ('refused' in document) return document;
  if ((document.attempts ?? []).some((one) => isSameAttempt(one, attempt))) return [];
  const refusal =
    checkWhen('attemptedAt', attempt.attemptedAt, document.issuedAt ?? attempt.attemptedAt, context) ??
    checkAttempt(document, attempt);
  if (refusal) return refusal;
  return [{ type: 'ServiceAttempted', data: { documentId, kind: document.kind, attempt } }];
}

function isSameAttempt(one: ServiceAttempt, other: ServiceAttempt): boolean {
  return (
    one.attemptedAt === other.attemptedAt && one.method === other.method && one.outcome === other.outcome
  );
}

/** 民诉法 89: a refusal is seen by witnesses or recorded on film; only what was posted comes back by mail. */
function checkAttempt(document: CaseDocument, attempt: ServiceAttempt): ComplaintRefusal | null {
  const { method, outcome, witnesses = [], evidence = [] } = attempt;
  if (!WAYS[outcome].includes(method)) return no('attempt-contradicts-method', { method, outcome });
  const unseen = outcome === 'refused' && witnesses.length + evidence.length === 0;
  const missing = [
    ...(unseen ? ['witnesses', 'evidence'] : []),
    ...(method === 'mail' && document.sentBy !== 'mail' ? ['sentAt'] : []),
  ];
  return missing.length > 0 ? no('service-incomplete', { method, missing }) : null;
}
