import type { Evolving } from '../case/evolving.js';
import type { FindingsEvents } from './events.js';

export const findingsEvolve: Evolving<FindingsEvents> = {
  EnforcementLeadCreated: (state, lead) => ({ ...state, leads: [...(state.leads ?? []), lead] }),
  NonCooperationRecorded: (state, record) => ({
    ...state,
    nonCooperation: [...(state.nonCooperation ?? []), record],
  }),
  ResponsibilityRecorded: (state, record) => ({
    ...state,
    responsibilities: [...(state.responsibilities ?? []), record],
  }),
};
