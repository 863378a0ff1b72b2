import type { Instant } from '#kernel';
import type { RulebookKind, StartFact, StopFact } from '#rulebook';
import type { DocumentKind } from '../documents/documents.js';
import type { Outcome } from '../intake/facts.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';

type Moment = (state: RegisteredComplaint, kind: RulebookKind) => Instant | undefined;

/** When each fact that starts a clock happened, as the history of the case knows it; the last time, where several. */
const MOMENTS: Readonly<Record<StartFact, Moment>> = {
  'complaint-registered': ({ registration }, kind) =>
    kind === 'internal' ? registration.registeredAt : registration.receivedAt,
  'supplement-requested': (state) =>
    state.phase === 'awaiting-supplement' ? state.supplements.at(-1)?.requestedAt : undefined,
  // The first report counts, and after a review was sent back only the clock still knows when that was.
  'preliminary-review-completed': (state) =>
    clockOf('preliminary-review-completed')(state) ??
    ('review' in state ? state.review.completedAt : undefined),
  'acceptance-decided:accept': decidedAs('accept'),
  'acceptance-decided:reject': decidedAs('reject'),
  'acceptance-decided:transfer': decidedAs('transfer'),
  'acceptance-decided:refer-down': decidedAs('refer-down'),
  'document-served:D05': servedAt('D05'),
  'document-served:D07': servedAt('D07'),
  'facts-established': clockOf('facts-established'),
  'mediation-failed': clockOf('mediation-failed'),
  'replenishment-notice-served': clockOf('replenishment-notice-served'),
};

/** Whether each fact that stops a clock has happened, so that what it ends is over. */
const HAPPENED: Readonly<Record<StopFact, (state: RegisteredComplaint) => boolean>> = {
  'supplement-received': ({ phase }) => phase !== 'awaiting-supplement',
  'preliminary-review-completed': (state) => 'review' in state,
  'acceptance-decided': isDecided,
  'acceptance-decided:accept': isDecidedAs('accept'),
  'acceptance-decided:refer-down': isDecidedAs('refer-down'),
  'document-served:D04': isServed('D04'),
  'document-served:D05': isServed('D05'),
  'document-served:D06': isServed('D06'),
  'document-served:D07': isServed('D07'),
  'document-served:D08': isServed('D08'),
  'document-sent:D08': ({ documents }) =>
    documents.some(({ kind, sentAt, service }) => kind === 'D08' && (sentAt ?? service) !== undefined),
  // Silence that was noted is over as well: it is not noted anew (G19).
  'respondent-replied': (state) => isDecided(state) && (state.reply ?? state.replyOverdueAt) !== undefined,
  'referral-reported': ({ phase }) => phase === 'referral-concluded',
  'settlement-reported': isStopped('settlement-reported'),
  'mediation-concluded': isStopped('mediation-concluded'),
  'ruling-issued': isStopped('ruling-issued'),
  'replenishment-proved': isStopped('replenishment-proved'),
  'case-disposed': isStopped('case-disposed'),
};

/** When a fact happened from which a term runs: for the office's own stages, or for the law's and a local rule's. */
export function momentOf(
  fact: StartFact,
  state: RegisteredComplaint,
  kind: RulebookKind,
): Instant | undefined {
  return MOMENTS[fact](state, kind);
}

/** Whether one of the facts has happened that end a term. */
export function isOver(stops: readonly StopFact[], state: RegisteredComplaint): boolean {
  return stops.some((stop) => HAPPENED[stop](state));
}

function decidedAs(outcome: Outcome): Moment {
  return (state) =>
    isDecided(state) && state.decision.outcome === outcome ? state.decision.decidedAt : undefined;
}

function isDecidedAs(outcome: Outcome): (state: RegisteredComplaint) => boolean {
  return (state) => isDecided(state) && state.decision.outcome === outcome;
}

function servedAt(kind: DocumentKind): Moment {
  return ({ documents }) =>
    documents.findLast((document) => document.kind === kind && document.service)?.service?.servedAt;
}

function isServed(kind: DocumentKind): (state: RegisteredComplaint) => boolean {
  return ({ documents }) => documents.some((document) => document.kind === kind && document.service);
}

/** Where the case keeps the fact in no other way: the clocks that it started. */
function clockOf(fact: StartFact): (state: RegisteredComplaint) => Instant | undefined {
  return ({ clocks }) => clocks.find(({ start }) => start === fact)?.startAt;
}

/** Where the case keeps the fact in no other way: a clock that waited for it alone and was met. */
function isStopped(fact: StopFact): (state: RegisteredComplaint) => boolean {
  return ({ clocks }) =>
    clocks.some(({ stop, metAt }) => stop.length === 1 && stop[0] === fact && metAt !== undefined);
}
