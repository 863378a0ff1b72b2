import { decidedCase, type Evolving } from '../case/evolving.js';
import type { EndingEvents } from './events.js';

export const endingEvolve: Evolving<EndingEvents> = {
  ComplaintWithdrawn: (state, withdrawal) => ({ ...state, withdrawal }),
  CaseFilingRevoked: (state, revocation) => ({
    ...decidedCase(state, 'CaseFilingRevoked'),
    revocation,
  }),
  ImmediateActionRecorded: (state, immediateAction) => ({
    ...decidedCase(state, 'ImmediateActionRecorded'),
    immediateAction,
  }),
};
