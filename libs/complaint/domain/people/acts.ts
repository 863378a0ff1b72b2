import { all, type Acts } from '../case/act.js';
import { DECIDED, UNDECIDED } from '../case/phases.js';
import { isHandler } from '../filing/filing.js';
import { authoriseAgent, revokeAgent } from './agents.js';
import type { PeopleCommands } from './commands.js';
import { decideRecusal, recusalCanBeDecided, requestRecusal } from './recusal.js';
import { complaintIsJoint, electRepresentatives } from './representatives.js';

/** As long as the case is worked on. */
const OPEN = [...UNDECIDED, 'awaiting-approval', ...DECIDED] as const;

export const peopleActs: Acts<PeopleCommands> = {
  AuthoriseAgent: { from: OPEN, to: ['same'], guard: isHandler, decide: authoriseAgent },
  RevokeAgent: {
    from: OPEN,
    to: ['same'],
    guard: isHandler,
    each: ({ agents = [] }) =>
      agents
        .filter(({ revokedAt }) => revokedAt === undefined)
        .map(({ agentId }) => ({ parameters: { agentId } })),
    decide: revokeAgent,
  },
  ElectRepresentatives: {
    from: OPEN,
    to: ['same'],
    guard: all(isHandler, complaintIsJoint),
    decide: electRepresentatives,
  },
  RequestRecusal: { from: OPEN, to: ['same'], decide: requestRecusal },
  DecideRecusal: {
    from: OPEN,
    to: ['same'],
    each: ({ recusals = [] }, context) =>
      recusals
        .filter(({ decision }) => !decision)
        .map((recusal) => ({
          parameters: { recusalId: recusal.recusalId },
          refusal: recusalCanBeDecided(recusal, context),
        })),
    decide: decideRecusal,
  },
};
