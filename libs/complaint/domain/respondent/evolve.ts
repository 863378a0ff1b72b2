import type { Evolving } from '../case/evolving.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { RespondentEvents } from './events.js';
import type { RespondentSide } from './facts.js';
import { sideOf } from './side.js';

export const respondentEvolve: Evolving<RespondentEvents> = {
  /** What another operator had done was not this one's. */
  RespondentIdentified: (state, { operator }) => ({
    ...state,
    respondentSide: { operator, investigations: [] },
  }),
  RespondentAssigned: (state, { responsible }) => withSide(state, () => ({ responsible })),
  RespondentInvestigationRecorded: (state, record) =>
    withSide(state, ({ investigations }) => ({ investigations: [...investigations, record] })),
};

function withSide(
  state: RegisteredComplaint,
  change: (side: RespondentSide) => Partial<RespondentSide>,
): RegisteredComplaint {
  const side = sideOf(state);
  if (!side) throw new Error('an operator acted that the case does not name');
  return { ...state, respondentSide: { ...side, ...change(side) } };
}
