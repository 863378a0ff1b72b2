import type { Instant } from '#kernel';
import type { RulebookKind, StartFact, StopFact } from '#rulebook';
import { isEnded } from '../case/phases.js';
import { isDecided, type DecidedComplaint, type RegisteredComplaint } from '../case/state.js';
import type { CaseDocument, DocumentKind } from '../documents/documents.js';
import type { Outcome } from '../intake/facts.js';

/** A fact as it happened once. */
export interface Happening {
  readonly at: Instant;
  /** The document that it is about. */
  readonly about?: string;
}

type Moments = (state: RegisteredComplaint, kind: RulebookKind) => readonly Happening[];

/** When each fact that starts a clock happened, as the history of the case knows it: the last time, or each document's. */
const MOMENTS: Readonly<Record<StartFact, Moments>> = {
  // A decision that came to nothing began the review anew.
  'complaint-registered': ({ registration, earlier }, kind) =>
    at(
      earlier?.at(-1)?.undone.at ??
        (kind === 'internal' ? registration.registeredAt : registration.receivedAt),
    ),
  'supplement-requested': (state) =>
    at(state.phase === 'awaiting-supplement' ? state.supplements.at(-1)?.requestedAt : undefined),
  // The first report counts, and after a review was sent back only the clock still knows when that was.
  'preliminary-review-completed': (state) =>
    at(
      clockOf('preliminary-review-completed', state) ??
        ('review' in state ? state.review.completedAt : undefined),
    ),
  'acceptance-decided:accept': decidedAs('accept'),
  'acceptance-decided:reject': decidedAs('reject'),
  'acceptance-decided:transfer': decidedAs('transfer'),
  'acceptance-decided:refer-down': decidedAs('refer-down'),
  'document-served:D05': servedAt('D05'),
  'document-served:D07': servedAt('D07'),
  'document-published': (state) =>
    standing(state).flatMap(({ documentId, publication }) => at(publication?.publishedAt, documentId)),
  'case-sent-down': (state) => at(sentDownAt(state)),
  'referral-received': (state) => at(lastClockOf('referral-received', state)),
  'designation-sought': ({ disputes }) => at(disputes?.at(-1)?.at),
  urged: ({ urges }) => at(urges?.find(({ answer }) => answer === undefined)?.at),
  'facts-established': decided(({ investigation }) => investigation?.found?.establishedAt),
  'mediation-failed': decided(({ mediation }) => mediation?.failure?.failedAt),
  'case-reopened': ({ reopenings }) => at(reopenings?.at(-1)?.reopenedAt),
  'replenishment-notice-served': (state) => at(clockOf('replenishment-notice-served', state)),
  // Only an open case is moved: a closing of it lies before its reopening, and the follow-up went with it.
  'case-closed': () => [],
  // What came of a case before it joined the rulebook asks for no call; one that is owed keeps its term.
  'result-known': () => [],
};

type Happened = (state: RegisteredComplaint, about?: string) => boolean;

/** Whether each fact that stops a clock has happened, so that what it ends is over. */
const HAPPENED: Readonly<Record<StopFact, Happened>> = {
  'supplement-received': ({ phase }) => phase !== 'awaiting-supplement',
  // A review that was sent back was reported all the same.
  'preliminary-review-completed': (state) =>
    'review' in state || (state.returns ?? []).some((sentBack) => sentBack.at >= takenUpAt(state)),
  'acceptance-decided': (state) => isDecided(state),
  'acceptance-decided:accept': isDecidedAs('accept'),
  'acceptance-decided:refer-down': isDecidedAs('refer-down'),
  'document-served:D04': isServed('D04'),
  'document-served:D05': isServed('D05'),
  'document-served:D06': isServed('D06'),
  'document-served:D07': isServed('D07'),
  'document-served:D08': isServed('D08'),
  'document-sent:D08': some(
    ({ kind, sentAt, service }) => kind === 'D08' && (sentAt ?? service) !== undefined,
  ),
  'published-document-served': (state, about) =>
    some(({ documentId, service }) => documentId === about && service !== undefined)(state),
  // Silence that was noted is over as well: it is not noted anew (G19).
  'respondent-replied': isDecidedAnd(({ reply, replyOverdueAt }) => reply ?? replyOverdueAt),
  'referral-reported': ({ phase }) => phase === 'referral-concluded',
  'reported-to-referrer': ({ duty }) => {
    const last = duty?.reports.at(-1);
    return last !== undefined && last.returned === undefined;
  },
  'jurisdiction-designated': ({ phase }) => phase !== 'awaiting-designation',
  'urge-answered': ({ urges = [] }) => urges.every(({ answer }) => answer !== undefined),
  // So is that no settlement came: mediation was offered (G24).
  'settlement-reported': isDecidedAnd(
    ({ settlements, settlementOverdueAt }) => settlements?.[0] ?? settlementOverdueAt,
  ),
  'mediation-concluded': isDecidedAnd(({ mediation }) => mediation?.agreement ?? mediation?.failure),
  'ruling-issued': isDecidedAnd(({ ruling }) => ruling),
  'replenishment-proved': isStopped('replenishment-proved'),
  'case-disposed': ({ phase }) => isEnded(phase),
  'followed-up': isCalled,
  'result-told': isCalled,
};

/**
 * When a fact happened from which a term runs: for the office's own stages, or for the law's and a local rule's. What
 * lies before a case was reopened had its end then: its term is a new one (H16).
 */
export function momentsOf(
  fact: StartFact,
  state: RegisteredComplaint,
  kind: RulebookKind,
): readonly Happening[] {
  const since = reopenedAt(state);
  return MOMENTS[fact](state, kind).filter((happening) => happening.at >= since);
}

/** Before which nothing counts any more; the beginning of time where the case never was reopened. */
function reopenedAt({ reopenings }: RegisteredComplaint): Instant {
  return reopenings?.at(-1)?.reopenedAt ?? '';
}

/** When it was last taken up for review: reopened, or after a decision that came to nothing. */
function takenUpAt(state: RegisteredComplaint): Instant {
  const undone = state.earlier?.at(-1)?.undone.at ?? '';
  const reopened = reopenedAt(state);
  return undone > reopened ? undone : reopened;
}

/** Whether one of the facts has happened that end a term. @param about the document that the term is about */
export function isOver(stops: readonly StopFact[], state: RegisteredComplaint, about?: string): boolean {
  return stops.some((stop) => HAPPENED[stop](state, about));
}

function at(moment: Instant | undefined, about?: string): readonly Happening[] {
  if (moment === undefined) return [];
  return [about === undefined ? { at: moment } : { at: moment, about }];
}

function decided(moment: (state: DecidedComplaint) => Instant | undefined): Moments {
  return (state) => at(isDecided(state) ? moment(state) : undefined);
}

function isDecidedAnd(there: (state: DecidedComplaint) => unknown): Happened {
  return (state) => isDecided(state) && there(state) !== undefined;
}

function decidedAs(outcome: Outcome): Moments {
  return (state) =>
    at(isDecided(state) && state.decision.outcome === outcome ? state.decision.decidedAt : undefined);
}

function isDecidedAs(outcome: Outcome): Happened {
  return (state) => isDecided(state) && state.decision.outcome === outcome;
}

function servedAt(kind: DocumentKind): Moments {
  return (state) => {
    const served = standing(state).findLast(
      (document) => document.kind === kind && document.service && document.inPlaceOf === undefined,
    );
    return at(served?.service?.servedAt, served?.documentId);
  };
}

/** In writing, or by word of mouth (G52). */
function isServed(kind: DocumentKind): Happened {
  return (state) =>
    some((document) => document.kind === kind && document.service !== undefined)(state) ||
    (state.oralNotices ?? []).some((told) => told.kind === kind);
}

/** The call that the term is about was made. */
function isCalled({ callbacks = [] }: RegisteredComplaint, about?: string): boolean {
  return callbacks.some(({ callbackId, completed }) => callbackId === about && completed !== undefined);
}

function some(holds: (document: CaseDocument) => boolean): Happened {
  return (state) => standing(state).some(holds);
}

/** Without what belongs to the course that ended before the case was reopened. */
function standing({ documents }: RegisteredComplaint): readonly CaseDocument[] {
  return documents.filter(({ superseded }) => !superseded);
}

/** Where the case keeps the fact in no other way: the clocks that it started. */
function clockOf(fact: StartFact, { clocks }: RegisteredComplaint): Instant | undefined {
  return clocks.find(({ start }) => start === fact)?.startAt;
}

/** Where the fact can come again, and the last time counts. */
function lastClockOf(fact: StartFact, { clocks }: RegisteredComplaint): Instant | undefined {
  return clocks.findLast(({ start }) => start === fact)?.startAt;
}

/** As long as the case has not come back: what the clocks of that dispatch waited for does not come any more. */
function sentDownAt(state: RegisteredComplaint): Instant | undefined {
  const since = takenUpAt(state);
  const sent = state.clocks.findLast(
    ({ start, startAt, cancelledAt }) =>
      start === 'case-sent-down' && startAt >= since && cancelledAt === undefined,
  );
  return sent?.startAt;
}

/** Where the case keeps the fact in no other way: a clock that waited for it alone and was met. */
function isStopped(fact: StopFact): Happened {
  return ({ clocks }) =>
    clocks.some(({ stop, metAt }) => stop.length === 1 && stop[0] === fact && metAt !== undefined);
}
