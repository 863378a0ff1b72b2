import { all, type Acts } from '../case/act.js';
import { ENDS_WITH_FORM } from '../case/phases.js';
import { isHandler } from '../filing/filing.js';
import type { ClosingCommands } from './commands.js';
import {
  approveClosing,
  closerIsNotAuthor,
  closingCanBeRequested,
  requestClosing,
  returnClosing,
} from './closing.js';
import { caseIsHere, reopenCase } from './reopening.js';

export const closingActs: Acts<ClosingCommands> = {
  RequestClosing: {
    from: ENDS_WITH_FORM,
    to: ['closing-requested'],
    guard: all(closingCanBeRequested, isHandler),
    decide: requestClosing,
  },
  ApproveClosing: {
    from: ['closing-requested'],
    to: ['closed'],
    guard: closerIsNotAuthor,
    decide: approveClosing,
  },
  ReturnClosing: {
    from: ['closing-requested'],
    to: ENDS_WITH_FORM,
    guard: closerIsNotAuthor,
    decide: returnClosing,
  },
  ReopenCase: {
    from: ['rejection-served', 'closed', 'archived'],
    to: {
      'rejection-served': ['under-review'],
      closed: ['filed', 'under-investigation'],
      archived: ['under-review', 'accepted', 'filed', 'under-investigation'],
    },
    guard: caseIsHere,
    decide: reopenCase,
  },
};
