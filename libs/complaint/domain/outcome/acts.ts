import { all, type Acts } from '../case/act.js';
import { isHandler } from '../filing/filing.js';
import type { OutcomeCommands } from './commands.js';
import {
  deciderIsImpartial,
  issueRuling,
  mediationCanBeTerminated,
  rulingCanBeIssued,
  terminateMediation,
} from './outcome.js';

export const outcomeActs: Acts<OutcomeCommands> = {
  IssueRuling: {
    from: ['mediation-failed'],
    to: ['ruled'],
    guard: all(rulingCanBeIssued, deciderIsImpartial),
    decide: issueRuling,
  },
  TerminateMediation: {
    from: ['mediation-failed'],
    to: ['terminated'],
    guard: all(isHandler, mediationCanBeTerminated),
    decide: terminateMediation,
  },
};
