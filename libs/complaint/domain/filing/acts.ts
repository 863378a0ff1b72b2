import { all, type Acts } from '../case/act.js';
import { IN_HAND } from '../case/phases.js';
import type { FilingCommands } from './commands.js';
import {
  approveFiling,
  assignHandlers,
  filingCanBeApproved,
  filingCanBeRequested,
  handlersAreNeeded,
  isHandler,
  requestFiling,
} from './filing.js';

export const filingActs: Acts<FilingCommands> = {
  AssignHandlers: {
    from: IN_HAND,
    to: ['same'],
    guard: handlersAreNeeded,
    decide: assignHandlers,
  },
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
