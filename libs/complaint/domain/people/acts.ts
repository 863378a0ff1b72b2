import { all, type Acts, type Guard } from '../case/act.js';
import { UNDECIDED, DECIDED } from '../case/phases.js';
import { isHandler } from '../filing/filing.js';
import { authoriseAgent, revokeAgent } from './agents.js';
import type { PeopleCommands } from './commands.js';
import { decideRecusal, recusalCanBeDecided, requestRecusal } from './recusal.js';
import { complaintIsJoint, electRepresentatives } from './representatives.js';

/** As long as the case is worked on. */
const OPEN = [...UNDECIDED, 'awaiting-approval', ...DECIDED] as const;

/** Before the decision whoever registers, after it whoever has the file. */
const keepsTheFile: Guard = isHandler;

export const peopleActs: Acts<PeopleCommands> = {
  AuthoriseAgent: { from: OPEN, to: ['same'], guard: keepsTheFile, decide: authoriseAgent },
  RevokeAgent: {
    from: OPEN,
    to: ['same'],
    guard: keepsTheFile,
    each: ({ agents = [] }) =>
      agents
        .filter(({ revokedAt }) => revokedAt === undefined)
        .map(({ agentId }) => ({ parameters: { agentId } })),
    decide: revokeAgent,
  },
  ElectRepresentatives: {
    from: OPEN,
    to: ['same'],
    guard: all(keepsTheFile, complaintIsJoint),
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
