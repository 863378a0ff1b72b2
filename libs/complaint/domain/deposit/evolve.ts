import { decidedCase, type Evolving } from '../case/evolving.js';
import type { DecidedComplaint, RegisteredComplaint } from '../case/state.js';
import type { DepositEvents } from './events.js';
import type { Deposit } from './facts.js';

const NONE: Deposit = { assessments: [], submissions: [], returns: [] };

export const depositEvolve: Evolving<DepositEvents> = {
  DepositEligibilityAssessed: (state, one) =>
    deposited(state, 'DepositEligibilityAssessed', ({ assessments }) => ({
      assessments: [...assessments, one],
    })),
  DepositDecisionSubmitted: (state, one) =>
    deposited(state, 'DepositDecisionSubmitted', ({ submissions }) => ({
      submissions: [...submissions, one],
    })),
  DepositDecisionReturned: (state, one) =>
    deposited(state, 'DepositDecisionReturned', ({ returns }) => ({ returns: [...returns, one] })),
  DepositDecisionSigned: (state, signature) =>
    deposited(state, 'DepositDecisionSigned', () => ({ signature })),
};

function deposited(
  state: RegisteredComplaint,
  event: string,
  change: (deposit: Deposit) => Partial<Deposit>,
): DecidedComplaint {
  const decided = decidedCase(state, event);
  const deposit = decided.deposit ?? NONE;
  return { ...decided, deposit: { ...deposit, ...change(deposit) } };
}
