import type { Evolving } from '../case/evolving.js';
import { handedOver } from '../handover/evolve.js';
import type { SupervisionEvents } from './events.js';

export const supervisionEvolve: Evolving<SupervisionEvents> = {
  CaseUrged: (state, urge) => ({ ...state, urges: [...(state.urges ?? []), urge] }),
  UrgeAnswered: (state, { urges, by, at, answer }) => ({
    ...state,
    urges: (state.urges ?? []).map((urge) =>
      urges.includes(urge.urgeId) ? { ...urge, answer: { by, at, text: answer } } : urge,
    ),
  }),
  CaseRecalled: (state, { byOffice, at, reason }) =>
    handedOver(state, { how: 'recalled', at, by: byOffice, to: byOffice, reason }),
  CaseReassigned: (state, { byOffice, at, to, reason }) =>
    handedOver(state, { how: 'reassigned', at, by: byOffice, to, reason }),
};
