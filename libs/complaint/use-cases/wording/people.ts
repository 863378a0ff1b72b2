import { v5 as uuidv5 } from 'uuid';
import type { AgentPower, PeopleCommands } from '../../domain/index.js';
import { wording, type Saying, type Wordings } from './wording.js';

/** An agent with his authority, in clear. */
export interface AgentInput {
  readonly principals: readonly string[];
  readonly name: string;
  readonly phone?: string;
  readonly powers: readonly AgentPower[];
  readonly powerOfAttorney: string;
  readonly authorisedAt?: string;
}

export const peopleWording = {
  AuthoriseAgent: wording(async (input: AgentInput, { seal, sealUnder, request, state }) => {
    const known = state.registration.complainants.find(({ subject }) => input.principals.includes(subject));
    const own = known ? sealUnder(known.subject) : seal;
    return {
      ...input,
      agentId: uuidv5('agent', request.commandId),
      name: await own('agent.name', input.name),
      phone: input.phone === undefined ? undefined : await own('agent.phone', input.phone),
      powerOfAttorney: await own('agent.power-of-attorney', input.powerOfAttorney),
    };
  }, 'authorisedAt'),
  RevokeAgent: wording((input: PeopleCommands['RevokeAgent']) => input, 'revokedAt'),
  ElectRepresentatives: wording((input: PeopleCommands['ElectRepresentatives']) => input, 'electedAt'),
  RequestRecusal: wording(
    async (
      input: Omit<Saying<PeopleCommands['RequestRecusal'], 'reason'>, 'recusalId'>,
      { seal, request },
    ) => ({
      ...input,
      recusalId: uuidv5('recusal', request.commandId),
      reason: await seal('recusal.reason', input.reason),
    }),
    'requestedAt',
  ),
  DecideRecusal: wording(async (input: Saying<PeopleCommands['DecideRecusal'], 'reason'>, { seal }) => ({
    ...input,
    reason: await seal('recusal.decision', input.reason),
  })),
} satisfies Wordings<PeopleCommands>;
