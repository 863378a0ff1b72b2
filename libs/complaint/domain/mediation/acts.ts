import { all, type Acts } from '../case/act.js';
import { isHandler } from '../filing/filing.js';
import { agreeMediation, agreementCanBeMade } from './agreement.js';
import type { MediationCommands } from './commands.js';
import { failMediation } from './failure.js';
import { mediationIsAsked, openMediation, requestMediation, respondentIsServed } from './opening.js';
import { callSession, holdSession } from './sessions.js';

export const mediationActs: Acts<MediationCommands> = {
  RequestMediation: {
    from: ['filed', 'awaiting-reply', 'under-investigation', 'facts-established'],
    to: ['same'],
    guard: all(isHandler, respondentIsServed),
    decide: requestMediation,
  },
  OpenMediation: {
    from: ['facts-established'],
    to: ['mediating'],
    guard: all(isHandler, mediationIsAsked),
    decide: openMediation,
  },
  CallSession: { from: ['mediating'], to: ['same'], guard: isHandler, decide: callSession },
  HoldSession: { from: ['mediating'], to: ['same'], guard: isHandler, decide: holdSession },
  AgreeMediation: {
    from: ['mediating', 'mediation-failed'],
    to: ['agreed'],
    guard: all(isHandler, agreementCanBeMade),
    decide: agreeMediation,
  },
  FailMediation: {
    from: ['facts-established', 'mediating'],
    to: ['mediation-failed'],
    guard: isHandler,
    decide: failMediation,
  },
};
