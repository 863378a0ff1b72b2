import { decidedCase, type Evolving } from '../case/evolving.js';
import type { PausesEvents } from './events.js';

export const pausesEvolve: Evolving<PausesEvents> = {
  CasePaused: (state, pause) => ({
    ...decidedCase(state, 'CasePaused'),
    pauses: [...(state.pauses ?? []), pause],
  }),
  CaseResumed: (state, { pauseId, endedAt, report }) => ({
    ...decidedCase(state, 'CaseResumed'),
    pauses: (state.pauses ?? []).map((pause) =>
      pause.pauseId === pauseId ? { ...pause, endedAt, ...(report ? { report } : {}) } : pause,
    ),
  }),
};
