import type { Answer } from '../case/act.js';
import type { Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { isPutAway } from '../case/phases.js';
import { no } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { CaseAt } from '../handover/origin.js';
import type { PeopleCommands } from './commands.js';
import type { Agent } from './facts.js';

/** G53: an agent acts for named complainants, by a power of attorney that states its scope. */
export function authoriseAgent(
  state: RegisteredComplaint,
  data: PeopleCommands['AuthoriseAgent'],
  context: Context,
): Answer {
  if (state.agents?.some(({ agentId }) => agentId === data.agentId)) return [];
  const subjects = state.registration.complainants.map(({ subject }) => subject);
  const principals = [...new Set(data.principals)].toSorted();
  if (principals.length === 0 || principals.some((one) => !subjects.includes(one))) {
    return no('agent-for-nobody-in-the-case', { principals: principals.length });
  }
  if (data.powers.length === 0) return no('agent-has-no-power');
  const authorisedAt = data.authorisedAt ?? context.now;
  return (
    // A power may be older than the complaint, which an agent can bring in.
    checkWhen('authorisedAt', authorisedAt, '2000-01-01T00:00:00.000Z', context) ?? [
      {
        type: 'AgentAuthorised',
        data: {
          ...data,
          principals,
          powers: [...new Set(data.powers)].toSorted(),
          authorisedAt,
          recordedBy: context.actor.id,
        },
      },
    ]
  );
}

/** G53: from then on the agent's acts bind nobody; what he did before stands. */
export function revokeAgent(
  state: RegisteredComplaint,
  data: PeopleCommands['RevokeAgent'],
  context: Context,
): Answer {
  const agent = state.agents?.find(({ agentId }) => agentId === data.agentId);
  if (!agent) return no('agent-not-found');
  const revokedAt = data.revokedAt ?? context.now;
  if (agent.revokedAt === revokedAt) return [];
  if (agent.revokedAt !== undefined) return no('agent-already-revoked', { revokedAt: agent.revokedAt });
  return (
    checkWhen('revokedAt', revokedAt, agent.authorisedAt, context) ?? [
      {
        type: 'AgentRevoked',
        data: { agentId: agent.agentId, revokedAt, recordedBy: context.actor.id },
      },
    ]
  );
}

/**
 * H02, G53: who was authorised at the office that the case came from, or went to, is the complainants' agent here too,
 * with the same powers; once his authority has ended there, it has ended here.
 */
export function noteAgent(
  state: RegisteredComplaint,
  { from, agent }: { readonly from: CaseAt; readonly agent: Agent },
  { actor }: Context,
): Answer {
  if (isPutAway(state.phase)) return [];
  const { revokedAt, ...authorised } = agent;
  const known = state.agents?.find(({ agentId }) => agentId === agent.agentId);
  if (known === undefined)
    return revokedAt === undefined ? [{ type: 'AgentAuthorised', data: { ...authorised, from } }] : [];
  return revokedAt === undefined || known.revokedAt !== undefined
    ? []
    : [{ type: 'AgentRevoked', data: { agentId: agent.agentId, revokedAt, recordedBy: actor.id } }];
}
