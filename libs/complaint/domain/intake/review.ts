import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import type { ComplaintEvent } from '../case/events.js';
import { claimsAsked } from '../claims/standing.js';
import type { ClaimLimitation } from './facts.js';
import { checkWhen, starting, stopping } from '../case/happenings.js';
import { settlePauses } from '../clocks/pauses.js';
import { reviewedSince } from '../handover/rounds.js';
import { jurisdictionPoint } from '../jurisdiction/point.js';
import { assessLimitation, canBeReckoned } from './limitation.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import { outstanding, type Complaint, type RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';

type Decided = ComplaintEvent[] | ComplaintRefusal;

/** G03: somebody takes up the preliminary review, or takes it over, so that no case waits for one who is away. */
export function beginReview(
  state: RegisteredComplaint,
  _data: CommandOf<'BeginReview'>['data'],
  context: Context,
): Decided {
  if (state.reviewer === context.actor.id) return [];
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
  if (data.items.length === 0) return no('supplement-names-nothing');
  const { now, actor } = context;
  return unfold(
    state,
    [
      {
        type: 'SupplementRequested',
        data: { items: [...new Set(data.items)], note: data.note, requestedAt: now, by: actor.id },
      },
    ],
    (reached) => settlePauses(reached, context),
    starting('supplement-requested', now, context),
  );
}

/** G08: something that was asked for has not come yet; the parts of a supplement may come one after the other. */
export function supplementIsAwaited(state: RegisteredComplaint): ComplaintRefusal | null {
  return outstanding(state).length === 0 ? no('supplement-not-asked-for') : null;
}

/** G08: what arrived is recorded, in time or late, whole or in part; with its first part the review goes on. */
export function receiveSupplement(
  state: RegisteredComplaint,
  data: CommandOf<'ReceiveSupplement'>['data'],
  context: Context,
): Decided {
  const missing = outstanding(state);
  if (!data.items.some((item) => missing.includes(item))) {
    return no('supplement-not-asked-for', { outstanding: missing });
  }
  const receivedAt = data.receivedAt ?? context.now;
  const requestedAt = state.supplements.at(-1)?.requestedAt ?? receivedAt;
  const wrong = checkWhen('receivedAt', receivedAt, requestedAt, context);
  if (wrong) return wrong;
  return unfold(
    state,
    stopping(['supplement-received'], receivedAt)(state),
    [{ type: 'SupplementReceived', data: { ...data, receivedAt } }],
    (reached) => settlePauses(reached, context),
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
  const point = jurisdictionPoint(state, data, context);
  if ('refused' in point) return point;
  const { now, actor } = context;
  const { urgentStop: _urgent, jurisdictionReason: _reason, ...points } = data;
  return unfold(
    state,
    point.events,
    [
      {
        type: 'PreliminaryReviewCompleted',
        data: { ...points, ...point.competent, limitation, reviewedBy: actor.id, completedAt: now },
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
    const since = reviewedSince(state);
    const runs = state.clocks.some(
      ({ start, startAt }) => start === 'preliminary-review-completed' && startAt >= since,
    );
    if (runs) return [];
    return starting('preliminary-review-completed', context.now, context)(state);
  };
}

function limitationPoint(
  state: RegisteredComplaint,
  data: CommandOf<'CompleteReview'>['data'],
  context: Context,
): ClaimLimitation[] | ComplaintRefusal {
  const claims = claimsAsked(state).map(({ claim }) => claim);
  const assessed = data.limitation.map(({ claim }) => claim).toSorted((a, b) => a - b);
  if (claims.length !== assessed.length || claims.some((claim, index) => assessed[index] !== claim)) {
    return no('limitation-not-assessed', { claims, assessed });
  }
  const unreckoned = data.limitation.filter(({ startedOn }) => !canBeReckoned(startedOn));
  if (unreckoned.length > 0) {
    return no('limitation-not-assessed', { startedOn: unreckoned.map(({ startedOn }) => startedOn) });
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
