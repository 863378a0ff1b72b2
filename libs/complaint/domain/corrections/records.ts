import { isDecided, type RegisteredComplaint } from '../case/state.js';
import type { CaseDocument } from '../documents/documents.js';
import type { CasePause } from '../pauses/facts.js';
import type { CorrectableRecord, CorrectedField, CorrectedFields, Correction, Target } from './facts.js';
import { correctableOf, withParties } from './parties.js';

/** How a record that can be corrected stands in the case. */
export interface RecordKind {
  readonly fields: readonly CorrectedField[];
  /** What stands now of these fields; undefined where the record does not stand in this course of the case. */
  read(state: RegisteredComplaint, target: Target): CorrectedFields | undefined;
  /** People whom it is about, besides who recorded it (H17). */
  people(state: RegisteredComplaint, target: Target): readonly (string | undefined)[];
  write(state: RegisteredComplaint, correction: Correction, is: CorrectedFields): RegisteredComplaint;
}

/** The document, where it was not replaced by a later draft and is not of an earlier course of the case. */
export function documentOf(
  { documents }: RegisteredComplaint,
  { documentId }: Target,
): CaseDocument | undefined {
  return documents.find((one) => one.documentId === documentId && !one.superseded);
}

export function pauseOf({ pauses = [] }: RegisteredComplaint, { pauseId }: Target): CasePause | undefined {
  return pauses.find((one) => one.pauseId === pauseId);
}

function attemptOf(state: RegisteredComplaint, target: Target) {
  return documentOf(state, target)?.attempts?.[target.attempt ?? 0];
}

function withDocument(
  state: RegisteredComplaint,
  { documentId }: Target,
  change: (document: CaseDocument) => CaseDocument,
): RegisteredComplaint {
  const documents = state.documents.map((one) => (one.documentId === documentId ? change(one) : one));
  return { ...state, documents };
}

function withPause(
  state: RegisteredComplaint,
  { pauseId }: Target,
  change: Partial<CasePause>,
): RegisteredComplaint {
  const pauses = (state.pauses ?? []).map((one) => (one.pauseId === pauseId ? { ...one, ...change } : one));
  return { ...state, pauses };
}

const registration: RecordKind = {
  fields: ['receivedAt', 'channel', 'claims', 'complainants', 'respondent'],
  read: ({ registration: { receivedAt, channel, claims, complainants, respondent } }) => ({
    ...{ receivedAt, channel, claims, complainants },
    respondent: correctableOf(respondent),
  }),
  // Whose review and whose decision were in time hangs on it.
  people: (state) => [
    state.registration.registeredBy,
    ...('review' in state ? [state.review.reviewedBy] : []),
    ...(isDecided(state) ? [state.decision.decidedBy] : []),
    ...(state.earlier ?? []).flatMap(({ review, decision }) => [review.reviewedBy, decision.decidedBy]),
  ],
  write: (state, { correctionId }, { complainants, respondent, ...is }) =>
    withParties(
      { ...state, registration: { ...state.registration, ...is } },
      { complainants, respondent },
      correctionId,
    ),
};

const service: RecordKind = {
  fields: ['servedAt', 'method'],
  read: (state, target) => {
    const served = documentOf(state, target)?.service;
    return served && served.method !== 'publication'
      ? { servedAt: served.servedAt, method: served.method }
      : undefined;
  },
  people: (state, target) => [documentOf(state, target)?.service?.server],
  write: (state, target, is) =>
    withDocument(state, target, (document) =>
      document.service ? { ...document, service: { ...document.service, ...is } } : document,
    ),
};

const attempt: RecordKind = {
  fields: ['attemptedAt'],
  read: (state, target) => {
    const failed = attemptOf(state, target);
    return failed && { attemptedAt: failed.attemptedAt };
  },
  people: (state, target) => [attemptOf(state, target)?.server],
  write: (state, target, is) =>
    withDocument(state, target, (document) => ({
      ...document,
      attempts: (document.attempts ?? []).map((one, index) =>
        index === target.attempt ? { ...one, ...is } : one,
      ),
    })),
};

const reply: RecordKind = {
  fields: ['receivedAt'],
  read: (state) => (isDecided(state) && state.reply ? { receivedAt: state.reply.receivedAt } : undefined),
  people: () => [],
  write: (state, _, is) =>
    isDecided(state) && state.reply ? { ...state, reply: { ...state.reply, ...is } } : state,
};

const pause: RecordKind = {
  fields: ['startedAt', 'until'],
  read: (state, target) => {
    const known = pauseOf(state, target);
    return known && { startedAt: known.startedAt, ...(known.endsOn ? { until: known.endsOn } : {}) };
  },
  people: (state, target) => [pauseOf(state, target)?.recordedBy],
  write: (state, target, { until, ...is }) =>
    withPause(state, target, { ...is, ...(until === undefined ? {} : { endsOn: until }) }),
};

const pauseEnd: RecordKind = {
  fields: ['endedAt'],
  read: (state, target) => {
    const endedAt = pauseOf(state, target)?.endedAt;
    return endedAt === undefined ? undefined : { endedAt };
  },
  people: () => [],
  write: withPause,
};

/** One entry makes another record correctable: what of it, whom it is about, and how it is kept. */
export const RECORDS: Readonly<Record<CorrectableRecord, RecordKind>> = {
  ComplaintRegistered: registration,
  DocumentServed: service,
  ServiceAttempted: attempt,
  RespondentReplied: reply,
  CasePaused: pause,
  CaseResumed: pauseEnd,
};
