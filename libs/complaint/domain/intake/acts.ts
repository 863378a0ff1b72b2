import { all, type Acts } from '../case/act.js';
import { UNDECIDED } from '../case/phases.js';
import { decideAcceptance, deciderIsNotReviewer } from './acceptance.js';
import { findingStands } from '../jurisdiction/point.js';
import type { IntakeCommands } from './commands.js';
import {
  beginReview,
  completeReview,
  receiveSupplement,
  requestSupplement,
  returnReview,
  reviewIsMine,
  supplementIsAwaited,
} from './review.js';

export const intakeActs: Acts<IntakeCommands> = {
  BeginReview: {
    from: UNDECIDED,
    to: { registered: ['under-review'] },
    decide: beginReview,
  },
  RequestSupplement: {
    from: ['under-review'],
    to: ['awaiting-supplement'],
    guard: reviewIsMine,
    decide: requestSupplement,
  },
  ReceiveSupplement: {
    from: ['awaiting-supplement', 'under-review'],
    to: { 'awaiting-supplement': ['under-review'] },
    guard: supplementIsAwaited,
    decide: receiveSupplement,
  },
  CompleteReview: {
    from: ['under-review'],
    to: ['awaiting-approval'],
    guard: reviewIsMine,
    decide: completeReview,
  },
  ReturnReview: {
    from: ['awaiting-approval'],
    to: ['under-review'],
    guard: deciderIsNotReviewer,
    decide: returnReview,
  },
  DecideAcceptance: {
    from: ['awaiting-approval'],
    to: ['accepted', 'filed', 'rejected', 'transferred-out', 'referred-down'],
    guard: all(deciderIsNotReviewer, findingStands),
    decide: decideAcceptance,
  },
};
