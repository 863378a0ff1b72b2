import { decidedCase, type Evolving } from '../case/evolving.js';
import type { OutcomeEvents } from './events.js';

export const outcomeEvolve: Evolving<OutcomeEvents> = {
  RulingIssued: (state, ruling) => ({ ...decidedCase(state, 'RulingIssued'), ruling }),
  MediationTerminated: (state, termination) => ({
    ...decidedCase(state, 'MediationTerminated'),
    termination,
  }),
};
