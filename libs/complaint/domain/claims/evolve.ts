import type { Evolving } from '../case/evolving.js';
import { isDecided, type RegisteredComplaint } from '../case/state.js';
import { submissionOf } from '../deposit/submission.js';
import type { ClaimsEvents } from './events.js';

export const claimsEvolve: Evolving<ClaimsEvents> = {
  ClaimsWaived: (state, waiver) => ({
    ...withDepositDecision(state),
    waivers: [...(state.waivers ?? []), waiver],
    documents: state.documents.map((one) =>
      // The one document drawn up before an outcome that says what is asked for.
      one.kind === 'D05' && !one.superseded ? { ...one, claimsWaivedSince: true } : one,
    ),
  }),
};

/** What lies before the bureau leader was reckoned with what is asked for no more. */
function withDepositDecision(state: RegisteredComplaint): RegisteredComplaint {
  const submitted = submissionOf(state);
  return isDecided(state) && state.deposit && submitted
    ? { ...state, deposit: { ...state.deposit, beforeWaiver: submitted.submissionId } }
    : state;
}
