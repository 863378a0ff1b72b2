import { ProblemError } from '#platform/http';
import { authorise } from '../../domain/authorise.js';
import type { Action } from '../../domain/rights-matrix.js';
import { principalOf, type SignedIn } from './sign-in.guard.js';

/** Refuses who may not, before anything is looked at. For actions that are about no case. */
export function permit(request: SignedIn, action: Action): void {
  const answer = authorise(principalOf(request), action);
  if (!answer.allowed) throw new ProblemError('forbidden', { facts: { reason: answer.reason } });
}
