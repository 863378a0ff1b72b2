import { all, type Acts } from '../case/act.js';
import { DECIDED } from '../case/phases.js';
import type { FilingCommands } from './commands.js';
import {
  approveFiling,
  assignHandlers,
  filingCanBeApproved,
  filingCanBeRequested,
  isHandler,
  requestFiling,
} from './filing.js';

export const filingActs: Acts<FilingCommands> = {
  AssignHandlers: { from: DECIDED, to: ['same'], decide: assignHandlers },
  RequestFiling: {
    from: ['accepted'],
    to: ['same'],
    guard: all(isHandler, filingCanBeRequested),
    decide: requestFiling,
  },
  ApproveFiling: {
    from: ['accepted'],
    to: ['filed'],
    guard: filingCanBeApproved,
    decide: approveFiling,
  },
};
