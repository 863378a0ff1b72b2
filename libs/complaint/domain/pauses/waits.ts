import { dayInChina, type Day } from '#kernel';
import type { PauseReason } from '#rulebook';
import type { RegisteredComplaint, Supplement } from '../case/state.js';

/** Days on which the case waits: from the day it begins up to, not including, the day it ends. */
export interface Wait {
  readonly reason: PauseReason;
  readonly from: Day;
  /** Ended by a fact. */
  readonly until?: Day;
  /** Ends by itself. */
  readonly endsOn?: Day;
}

/** Everything for which the case waits or has waited, whenever it was recorded. */
export function waitsOf(state: RegisteredComplaint): Wait[] {
  return [
    ...state.supplements.map((asked) => supplementWait(state, asked)),
    ...(state.pauses ?? []).map(({ reason, startedAt, endedAt, endsOn }) => ({
      reason,
      from: dayInChina(startedAt),
      ...(endedAt === undefined ? {} : { until: dayInChina(endedAt) }),
      ...(endsOn === undefined ? {} : { endsOn }),
    })),
  ];
}

/** G08: the wait ends with the first part that comes, and at the latest when its term has run out. */
function supplementWait(state: RegisteredComplaint, asked: Supplement): Wait {
  const { requestedAt, receivedAt, overdue } = asked;
  const ranOut = state.clocks
    .filter(
      ({ start, startAt, status }) =>
        start === 'supplement-requested' && startAt === requestedAt && status !== 'cancelled',
    )
    .map(({ dueAt }) => dueAt)
    .toSorted()
    .at(-1);
  const late = ranOut !== undefined && (receivedAt === undefined ? overdue : receivedAt >= ranOut);
  const until = late ? ranOut : receivedAt;
  return {
    reason: 'awaiting-supplement',
    from: dayInChina(requestedAt),
    ...(until === undefined ? {} : { until: dayInChina(until) }),
  };
}
