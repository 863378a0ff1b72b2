import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import canonicalize from 'canonicalize';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHmac, type KeyObject } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import type { JsonValue } from '#kernel';
import { documented } from '../openapi/documented.js';
import { ProblemError } from '../problems/errors.js';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;
/** Namespace of command ids. Changing it would make every retry a new command. */
const COMMANDS = '7d0f5b9e-3c1a-5b52-9b0e-5a3f6f0c9a41';

/** The key of one act, from `Idempotency-Key`: 1–255 visible ASCII characters. Missing or malformed: 400. */
export function idempotencyKey(header: string | string[] | undefined): string {
  if (header === undefined) throw new ProblemError('idempotency-key-missing');
  if (typeof header !== 'string' || !VISIBLE_ASCII.test(header))
    throw new ProblemError('idempotency-key-invalid');
  return header;
}

const readKey = createParamDecorator((_: unknown, context: ExecutionContext) =>
  idempotencyKey(context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key']),
);

/** Parameter: the caller's key for this act (string); see `idempotencyKey`. */
export const IdempotencyKey = (): ParameterDecorator =>
  documented(
    readKey(),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'A new key (such as a UUID) for each act; the same one when retrying.',
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    }),
  );

/** Who asked what of which resource. `path` without query. */
export interface RequestIdentity {
  readonly actorId: string;
  readonly method: string;
  readonly path: string;
}

/** The command id of a request: the same for every retry, different for another actor, resource or key. */
export function commandIdOf({ actorId, method, path }: RequestIdentity, key: string): string {
  return uuidv5(JSON.stringify([actorId, method.toUpperCase(), path, key]), COMMANDS);
}

/**
 * HMAC-SHA256 (hex) over the request in canonical JSON (RFC 8785): tells a retry from a key used again for other
 * content, without keeping the content. Keyed, because a plain hash of a short body could be guessed.
 */
export function requestFingerprint(
  identity: RequestIdentity,
  body: JsonValue,
  secret: string | KeyObject,
): string {
  const { actorId, method, path } = identity;
  const text = canonicalize({ purpose: 'request', actorId, method: method.toUpperCase(), path, body }) ?? '';
  return createHmac('sha256', secret).update(text).digest('hex');
}

/** Marks an answer as that of an earlier request with the same key. */
export function markReplayed(reply: FastifyReply): void {
  void reply.header('idempotency-replayed', 'true');
}
