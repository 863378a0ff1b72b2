import { isDecided, type RegisteredComplaint } from '../case/state.js';
import type { DepositSubmission } from './facts.js';

/** The decision that lies before the bureau leader. */
export function submissionOf(state: RegisteredComplaint): DepositSubmission | undefined {
  const deposit = isDecided(state) ? state.deposit : undefined;
  const last = deposit?.submissions.at(-1);
  const returned = deposit?.returns.some(({ submissionId }) => submissionId === last?.submissionId);
  return returned ? undefined : last;
}
