import {
  isDenial,
  listScope,
  principalOf,
  type AskedOffice,
  type ListAction,
  type ListScope,
  type SignedIn,
} from '#identity';
import { ProblemError } from '#platform/http';

/** What the person may see of the lists of the own office. Throws `forbidden` (403) where it is none of it. */
export function ownScope(request: SignedIn, action: ListAction): ListScope {
  const scope = listScope(principalOf(request), action);
  if (isDenial(scope)) throw new ProblemError('forbidden', { facts: { reason: scope.reason } });
  return scope;
}

/**
 * What the person may see of the lists of the own office, and who supervises the office asked of, also of that one's.
 * Throws `forbidden` (403) where it is nothing of the own.
 */
export function ownScopeAndBelow(request: SignedIn, action: ListAction, asked: AskedOffice): ListScope[] {
  const own = ownScope(request, action);
  if (asked.officeId === own.officeId) return [own];
  const theirs = listScope(principalOf(request), action, asked);
  return isDenial(theirs) ? [own] : [own, theirs];
}
