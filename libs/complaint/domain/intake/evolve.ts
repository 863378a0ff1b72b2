import { undecided, type Evolving } from '../case/evolving.js';
import type { DecidedComplaint, RegisteredComplaint, Supplement } from '../case/state.js';
import type { IntakeEvents } from './events.js';

export const intakeEvolve: Evolving<Omit<IntakeEvents, 'ComplaintRegistered'>> = {
  ChainOverrunForeseen: (state) => state,
  ChainOverrunAverted: (state) => state,
  ReviewBegun: (state, { by }) => ({ ...undecided(state, 'ReviewBegun'), reviewer: by }),
  SupplementRequested: (state, { items, requestedAt, note }) => ({
    ...undecided(state, 'SupplementRequested'),
    supplements: [
      ...state.supplements,
      { items, requestedAt, note, received: [], notes: [], overdue: false },
    ],
  }),
  SupplementReceived: supplemented,
  SupplementOverdue: (state) => withLastSupplement(state, { overdue: true }),
  PreliminaryReviewCompleted: (state, review) => ({
    ...undecided(state, 'PreliminaryReviewCompleted'),
    phase: 'awaiting-approval',
    review,
    reviewers: [...new Set([...state.reviewers, review.reviewedBy])],
  }),
  ReviewReturned: (state, data) => ({
    ...undecided(state, 'ReviewReturned'),
    returns: [...(state.returns ?? []), data],
  }),
  AcceptanceDecided: decided,
};

function withLastSupplement(state: RegisteredComplaint, change: Partial<Supplement>): RegisteredComplaint {
  const last = state.supplements.length - 1;
  return {
    ...undecided(state, 'a supplement'),
    supplements: state.supplements.map((asked, index) => (index === last ? { ...asked, ...change } : asked)),
  };
}

function supplemented(
  state: RegisteredComplaint,
  { items, receivedAt, note }: IntakeEvents['SupplementReceived'],
): RegisteredComplaint {
  const last = state.supplements.at(-1);
  return withLastSupplement(state, {
    received: [...(last?.received ?? []), ...items],
    notes: [...(last?.notes ?? []), ...(note ? [note] : [])],
    receivedAt: last?.receivedAt ?? receivedAt,
  });
}

function decided(state: RegisteredComplaint, decision: IntakeEvents['AcceptanceDecided']): DecidedComplaint {
  if (state.phase !== 'awaiting-approval') throw new Error('AcceptanceDecided before the review');
  return { ...state, phase: 'accepted', decision, handlers: [] };
}
