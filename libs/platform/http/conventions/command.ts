import type { JsonValue } from '#kernel';
import type { Denial, GuardedOutcome, GuardedRequest } from '#platform/event-sourcing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeyObject } from 'node:crypto';
import { ConflictError, ProblemError, RefusalError } from '../problems/errors.js';
import { commandIdOf, markReplayed, requestFingerprint } from './idempotency.js';
import { setEtag } from './revision.js';

/** Secret behind request fingerprints and cursors; the same in every process of an installation. */
export abstract class HttpSecret {
  /** A key object: making one anew for each request costs ten times the hash. */
  abstract readonly value: KeyObject;
}

/** What every command over HTTP has. */
export interface AskedCommand<Request extends FastifyRequest = FastifyRequest> {
  /** Absent where the command makes something new: its id then comes from the command's. */
  readonly id?: string;
  readonly revision?: number;
  readonly key: string;
  readonly body: object;
  readonly request: Request;
  readonly reply: FastifyReply;
}

/** By what a command is known when it is sent again, and the revision it was meant for. */
export function commandKeysOf(
  { revision, key, body, request }: AskedCommand,
  actorId: string,
  secret: HttpSecret,
): Pick<GuardedRequest<never>, 'commandId' | 'fingerprint' | 'expectedRevision'> {
  const path = request.url.split('?', 1)[0] ?? '';
  const identity = { actorId, method: request.method, path };
  return {
    commandId: commandIdOf(identity, key),
    fingerprint: requestFingerprint(identity, body as JsonValue, secret.value),
    expectedRevision: revision,
  };
}

/** What was done, with the revision in the answer's header; throws the problem when it was not done. */
export function done<Event, State>(
  outcome: GuardedOutcome<Event, State>,
  reply: FastifyReply,
): Extract<GuardedOutcome<Event, State>, { readonly outcome: 'done' }> {
  switch (outcome.outcome) {
    case 'denied':
      return throwDenied(outcome.denial);
    case 'refused':
      throw new RefusalError(outcome.refusal);
    case 'conflict':
      throw new ConflictError(outcome.actualRevision);
    case 'key-reused':
      throw new ProblemError('idempotency-key-reused');
    case 'done':
      setEtag(reply, outcome.revision);
      if (outcome.replayed) markReplayed(reply);
      return outcome;
  }
}

/** Turns a denial into its answer: what is none of somebody's business is not there. */
export function throwDenied(denial: Denial): never {
  throw denial.kind === 'not-visible'
    ? new ProblemError('not-found')
    : new ProblemError('forbidden', { facts: { reason: denial.reason } });
}
