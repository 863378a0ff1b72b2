import type { Evolving } from '../case/evolving.js';
import type { PeopleEvents } from './events.js';

export const peopleEvolve: Evolving<PeopleEvents> = {
  AgentAuthorised: (state, agent) => ({ ...state, agents: [...(state.agents ?? []), agent] }),
  AgentRevoked: (state, { agentId, revokedAt }) => ({
    ...state,
    agents: (state.agents ?? []).map((agent) =>
      agent.agentId === agentId ? { ...agent, revokedAt } : agent,
    ),
  }),
  RepresentativesElected: (state, { representatives }) => ({ ...state, representatives }),
  RecusalRequested: (state, recusal) => ({ ...state, recusals: [...(state.recusals ?? []), recusal] }),
  RecusalDecided: (state, { recusalId, granted, decidedBy, decidedAt, reason }) => ({
    ...state,
    recusals: (state.recusals ?? []).map((recusal) =>
      recusal.recusalId === recusalId
        ? { ...recusal, decision: { granted, decidedBy, decidedAt, reason } }
        : recusal,
    ),
  }),
};
