import { dayInChina } from '#kernel';
import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { limitationAsked } from '../claims/standing.js';
import type { Condition, Outcome, SupplementItem } from './facts.js';
import { checkWhen, starting, stopping } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { outstanding, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { StopFact } from '#rulebook';
import { checkReceiver, receiverOf } from './receiver.js';
import { designatedHere } from '../handover/receiving.js';

type Data = CommandOf<'DecideAcceptance'>['data'];
type Awaiting = Extract<RegisteredComplaint, { readonly phase: 'awaiting-approval' }>;

/** Whoever reported on the case, even in a review that was sent back, neither decides nor sends back. */
export function deciderIsNotReviewer(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  return state.reviewers.includes(context.actor.id)
    ? no('decider-reviewed-the-case', { reviewer: context.actor.id })
    : null;
}

/**
 * G09: the leader accepts, rejects, transfers or refers down. Acceptance dates from this decision (A12);
 * the notice clocks and the limit of disposal start here, and are not started anew by the filing (A03).
 */
export function decideAcceptance(
  state: RegisteredComplaint,
  data: Data,
  context: Context,
): ComplaintEvent[] | ComplaintRefusal {
  if (state.phase !== 'awaiting-approval') return no('action-not-in-this-phase', { phase: state.phase });
  const decidedAt = data.decidedAt ?? context.now;
  const refusal =
    checkWhen('decidedAt', decidedAt, state.review.completedAt, context) ??
    CHECKS[data.outcome](state, data, context);
  if (refusal) return refusal;
  const filing: ComplaintEvent[] =
    data.outcome === 'accept' && data.file === true
      ? [{ type: 'CaseFiled', data: { approvedBy: context.actor.id, at: decidedAt } }]
      : [];
  return unfold(
    state,
    stopping(stopsOf(data.outcome), decidedAt)(state),
    [{ type: 'AcceptanceDecided', data: decisionOf(state, data, decidedAt, context) }],
    starting(`acceptance-decided:${data.outcome}`, decidedAt, context),
    filing,
  );
}

function stopsOf(outcome: Outcome): StopFact[] {
  if (outcome === 'accept') return ['acceptance-decided', 'acceptance-decided:accept'];
  if (outcome === 'refer-down') return ['acceptance-decided', 'acceptance-decided:refer-down'];
  return ['acceptance-decided'];
}

function decisionOf(state: Awaiting, data: Data, decidedAt: string, context: Context) {
  const limitation = limitationAsked(state, state.review);
  const receiver = receiverOf(state.review, data, context);
  const { reasons = [], remedies = [] } = data.outcome === 'reject' ? data : {};
  return {
    outcome: data.outcome,
    decidedBy: context.actor.id,
    decidedAt,
    ...(data.opinion ? { opinion: data.opinion } : {}),
    reasons,
    remedies,
    claimsOutOfTime: limitation.filter(({ inTime }) => !inTime).map(({ claim }) => claim),
    ...(data.outcome === 'accept' || data.outcome === 'reject' ? {} : receiver),
    caseClass: limitation.some((item) => item.inTime && item.class === 'deposit')
      ? ('deposit' as const)
      : ('other' as const),
  };
}

const CHECKS: Readonly<
  Record<Outcome, (state: Awaiting, data: Data, context: Context) => ComplaintRefusal | null>
> = {
  accept: (state) => {
    const missing = unmetPoints(state);
    return missing.length > 0 ? no('acceptance-conditions-not-met', { missing }) : null;
  },
  reject: checkRejection,
  transfer: checkReceiver,
  'refer-down': checkReceiver,
};

/** Which of the four points stand against acceptance (G04–G07); any claim in time is enough (A07). */
function unmetPoints(state: Awaiting): string[] {
  const { review } = state;
  return [
    ...(review.jurisdiction === 'own-level' ? [] : ['jurisdiction']),
    ...(review.scope.length > 0 ? [] : ['scope']),
    ...review.unmetConditions,
    ...(isInTime(state) ? [] : ['limitation']),
  ];
}

/** A07, G53: anything of what is still asked for came in time. */
function isInTime(state: Awaiting): boolean {
  const limitation = limitationAsked(state, state.review);
  return limitation.length === 0 || limitation.some(({ inTime }) => inTime);
}

/** What to ask for when a condition is not met: a gap that the complainant could close is not yet a reason. */
const CURES: Readonly<Partial<Record<Condition, readonly SupplementItem[]>>> = {
  'identified-respondent-and-concrete-claim': ['respondent-identity', 'facts', 'claim'],
  'complete-complaint-form': [
    'complainant-identity',
    'contact',
    'respondent-identity',
    'facts',
    'claim',
    'power-of-attorney',
    'signature',
  ],
  'evidence-reasonably-complete': ['evidence', 'translation'],
};

/** A17: conditions that a supplement could have met and for which none was asked. */
function notAskedFor(state: Awaiting): Condition[] {
  const asked = new Set(state.supplements.flatMap(({ items }) => items));
  return state.review.unmetConditions.filter((condition) => {
    const cures = CURES[condition];
    return cures !== undefined && !cures.some((item) => asked.has(item));
  });
}

/** A17: the term that the complainant was given is his; what he was asked for may still come in it. */
function stillAwaited(state: Awaiting, context: Context): ComplaintRefusal | null {
  const cures = new Set(state.review.unmetConditions.flatMap((condition) => CURES[condition] ?? []));
  const missing = outstanding(state).filter((item) => cures.has(item));
  const until = state.clocks.findLast(({ code }) => code === 'DL-SUPPLEMENT')?.dueOn;
  if (missing.length === 0 || until === undefined || dayInChina(context.now) > until) return null;
  return no('supplement-still-awaited', { missing, until });
}

function checkRejection(state: Awaiting, data: Data, context: Context): ComplaintRefusal | null {
  const reasons = data.reasons ?? [];
  if (state.registration.registeredBy === context.actor.id) {
    return no('registrar-rejects-own-registration', { registrar: context.actor.id });
  }
  if (reasons.length === 0) return no('rejection-needs-reason');
  const designatedBy = designatedHere(state);
  if (designatedBy !== undefined && reasons.includes('R3'))
    return no('designated-case-stays', { designatedBy });
  if ((data.remedies ?? []).length === 0) return no('rejection-needs-remedies');
  const { review } = state;
  const contradicts = reasons.filter(
    (reason) =>
      (reason === 'R3' && review.jurisdiction === 'own-level') ||
      (reason === 'R4' && isInTime(state)) ||
      (reason === 'R5' && review.unmetConditions.length === 0 && review.scope.length > 0),
  );
  if (contradicts.length > 0) return no('rejection-reason-contradicts-review', { reasons: contradicts });
  const unasked = reasons.includes('R5') ? notAskedFor(state) : [];
  if (unasked.length > 0) return no('supplement-must-be-asked-first', { conditions: unasked });
  return reasons.includes('R5') ? stillAwaited(state, context) : null;
}
