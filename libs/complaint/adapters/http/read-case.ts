import { accessFor, principalOf, type Action, type SignedIn } from '#identity';
import type { Loaded } from '#platform/event-sourcing';
import { throwDenied } from '#platform/http';
import type { ComplaintEvent, RegisteredComplaint } from '../../domain/index.js';
import type { Cases } from '../../use-cases/index.js';

/** Reads a case for who asks, as it is or as it was. Throws the problem of who may not: 403, or 404 where it is not there for him. */
export async function readCase(
  cases: Cases,
  id: string,
  action: Action,
  request: SignedIn,
  until?: Parameters<Cases['read']>[2],
): Promise<Loaded<ComplaintEvent, RegisteredComplaint>> {
  const answer = await cases.read(id, accessFor(principalOf(request), action), until);
  return 'denial' in answer ? throwDenied(answer.denial) : answer.loaded;
}
