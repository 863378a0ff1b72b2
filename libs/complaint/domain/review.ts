import { dayInChina } from '#kernel';
import type { CommandOf } from './commands.js';
import type { Context } from './context.js';
import type { ComplaintEvent } from './events.js';
import type { ClaimLimitation } from './facts.js';
import { checkWhen, starting, stopping } from './happenings.js';
import { pauseClocks, resumeClocks } from './ledger.js';
import { assessLimitation } from './limitation.js';
import { no, type ComplaintRefusal } from './refusals.js';
import type { Complaint, RegisteredComplaint } from './state.js';
import { unfold } from './unfold.js';

type Decided = ComplaintEvent[] | ComplaintRefusal;

/** G03: somebody takes up the preliminary review; a second person may take it over. */
export function beginReview(state: RegisteredComplaint, context: Context): Decided {
  if (state.phase === 'under-review' && state.reviewer === context.actor.id) return [];
  return [{ type: 'ReviewBegun', data: { by: context.actor.id, at: context.now } }];
}

/** Only who took the review up goes on with it; another takes it over first (begin-review). */
export function reviewIsMine(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  return state.reviewer === context.actor.id
    ? null
    : no('review-is-another-persons', { reviewer: state.reviewer });
}

/** G08: name what is missing; the office's review clock pauses while it is awaited, the law's does not. */
export function requestSupplement(
  state: RegisteredComplaint,
  data: CommandOf<'RequestSupplement'>['data'],
  context: Context,
): Decided {
  const { now, actor } = context;
  return unfold(
    state,
    [
      {
        type: 'SupplementRequested',
        data: { items: [...new Set(data.items)], note: data.note, requestedAt: now, by: actor.id },
      },
    ],
    pauseClocks(state.clocks, 'awaiting-supplement', now),
    starting('supplement-requested', now, context),
  );
}

/** G08: what arrived is recorded, in time or late; the review goes on. */
export function receiveSupplement(
  state: RegisteredComplaint,
  data: CommandOf<'ReceiveSupplement'>['data'],
  context: Context,
): Decided {
  const asked = state.supplements.at(-1);
  if (!asked || asked.receivedAt !== undefined) return no('supplement-not-asked-for');
  const receivedAt = data.receivedAt ?? context.now;
  const wrong = checkWhen('receivedAt', receivedAt, asked.requestedAt, context);
  if (wrong) return wrong;
  return unfold(
    state,
    stopping(['supplement-received'], receivedAt)(state),
    [{ type: 'SupplementReceived', data: { ...data, receivedAt } }],
    (reached) => resumeReview(reached, dayInChina(receivedAt), context),
  );
}

/** The office's review clock runs again from `until`; its due date has moved by what was paused. */
export function resumeReview(state: Complaint, until: string, context: Context): ComplaintEvent[] {
  if (state.phase === 'unregistered') return [];
  return resumeClocks(
    state.clocks,
    context.calendar,
    (id) => context.rulebook(id),
    'awaiting-supplement',
    until,
  );
}

/** G03–G07: the four points, each with its answer, go to the leader. */
export function completeReview(
  state: RegisteredComplaint,
  data: CommandOf<'CompleteReview'>['data'],
  context: Context,
): Decided {
  const limitation = limitationPoint(state, data, context);
  if (!Array.isArray(limitation)) return limitation;
  if (data.jurisdiction !== 'own-level' && data.competent === undefined) {
    return no('review-point-incomplete', { point: 'jurisdiction', missing: 'competent' });
  }
  const { now, actor } = context;
  return unfold(
    state,
    [
      {
        type: 'PreliminaryReviewCompleted',
        data: { ...data, limitation, reviewedBy: actor.id, completedAt: now },
      },
    ],
    stopping(['preliminary-review-completed'], now),
    startingFirst(context),
  );
}

/** The approval clock starts with the first report to the leader; a returned review does not start it anew. */
function startingFirst(context: Context) {
  return (state: Complaint): ComplaintEvent[] => {
    if (state.phase === 'unregistered') return [];
    if (state.clocks.some(({ start }) => start === 'preliminary-review-completed')) return [];
    return starting('preliminary-review-completed', context.now, context)(state);
  };
}

function limitationPoint(
  state: RegisteredComplaint,
  data: CommandOf<'CompleteReview'>['data'],
  context: Context,
): ClaimLimitation[] | ComplaintRefusal {
  const claims = state.registration.claims.map((_, index) => index);
  const assessed = data.limitation.map(({ claim }) => claim).toSorted((a, b) => a - b);
  if (claims.length !== assessed.length || claims.some((claim, index) => assessed[index] !== claim)) {
    return no('limitation-not-assessed', { claims, assessed });
  }
  return data.limitation.map((item) => assessLimitation(state.registration, item, context));
}

/** The leader sends the review back with a reason; the approval clock goes on running. */
export function returnReview(
  _state: RegisteredComplaint,
  data: CommandOf<'ReturnReview'>['data'],
  context: Context,
): Decided {
  return [{ type: 'ReviewReturned', data: { by: context.actor.id, at: context.now, reason: data.reason } }];
}
