import { isDenial, listScope, principalOf, type ListAction, type ListScope, type SignedIn } from '#identity';
import { ProblemError } from '#platform/http';

/** What the person may see of the lists of the own office. Throws `forbidden` (403) where it is none of it. */
export function ownScope(request: SignedIn, action: ListAction): ListScope {
  const scope = listScope(principalOf(request), action);
  if (isDenial(scope)) throw new ProblemError('forbidden', { facts: { reason: scope.reason } });
  return scope;
}
