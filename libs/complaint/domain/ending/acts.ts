import { all, type Acts } from '../case/act.js';
import { OPEN_CASE, UNDECIDED } from '../case/phases.js';
import { isHandler } from '../filing/filing.js';
import { deciderIsImpartial } from '../outcome/outcome.js';
import type { EndingCommands } from './commands.js';
import { immediateActionIsKnown, recordImmediateAction } from './immediate-action.js';
import { filingCanBeRevoked, revokeFiling } from './revocation.js';
import { withdrawComplaint } from './withdrawal.js';

export const endingActs: Acts<EndingCommands> = {
  WithdrawComplaint: {
    from: [...UNDECIDED, 'awaiting-approval', 'awaiting-designation', ...OPEN_CASE],
    to: ['withdrawn'],
    decide: withdrawComplaint,
  },
  RevokeFiling: {
    from: ['facts-established', 'mediating', 'mediation-failed'],
    to: ['revoked'],
    guard: all(filingCanBeRevoked, deciderIsImpartial),
    decide: revokeFiling,
  },
  RecordImmediateAction: {
    from: ['accepted'],
    to: ['acted-at-once'],
    guard: all(isHandler, immediateActionIsKnown),
    decide: recordImmediateAction,
  },
};
