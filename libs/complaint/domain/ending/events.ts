import type { ImmediateAction, Revocation, Withdrawal } from './facts.js';

/** Ends that come before an outcome: withdrawal, revocation, action at once (撤回、撤销立案、即时制止). */
export interface EndingEvents {
  ComplaintWithdrawn: Withdrawal;
  CaseFilingRevoked: Revocation;
  ImmediateActionRecorded: ImmediateAction;
}
