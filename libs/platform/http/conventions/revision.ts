import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { documented } from '../openapi/documented.js';
import { ProblemError } from '../problems/errors.js';

const STRONG_REVISION = /^"(0|[1-9]\d{0,14})"$/;

/** The revision a caller expects, from `If-Match: "7"`. Missing: 428; weak, `*`, a list or anything else: 400. */
export function expectedRevision(header: string | undefined): number {
  if (header === undefined) throw new ProblemError('precondition-required');
  const revision = STRONG_REVISION.exec(header)?.[1];
  if (revision === undefined) throw new ProblemError('if-match-invalid');
  return Number(revision);
}

const readIfMatch = createParamDecorator((_: unknown, context: ExecutionContext) =>
  expectedRevision(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** Parameter: the revision the caller expects (number); see `expectedRevision`. */
export const IfMatch = (): ParameterDecorator =>
  documented(
    readIfMatch(),
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The ETag from the last read, e.g. "7". Missing: 428. Stale: 412 with the current one.',
      schema: { type: 'string', pattern: '^"(0|[1-9][0-9]*)"$' },
    }),
  );

const readMayIfMatch = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  return header === undefined ? undefined : expectedRevision(header);
});

/** Parameter: the revision the caller expects (number), or undefined where he expects none. */
export const MayIfMatch = (): ParameterDecorator =>
  documented(
    readMayIfMatch(),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description:
        'The ETag from the last read, e.g. "7", where it matters. Stale: 412 with the current one.',
      schema: { type: 'string', pattern: '^"(0|[1-9][0-9]*)"$' },
    }),
  );

/** Sends the revision as a strong `ETag`. */
export function setEtag(reply: FastifyReply, revision: number): void {
  void reply.header('etag', `"${revision}"`);
}

/** Whether `If-None-Match` names this revision (compared weakly, as RFC 9110 says) or is `*`. */
export function isUnchanged(ifNoneMatch: string | undefined, revision: number): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch
    .slice(0, 1_000)
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(`"${revision}"`);
}

/**
 * The answer to a read: sets `ETag`; when the caller already has this revision, 304 without a body. For handlers
 * that take `@Res({ passthrough: true })` and return what this returns.
 */
export function revised<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  revision: number,
  body: () => T,
): T | undefined {
  setEtag(reply, revision);
  if (!isUnchanged(request.headers['if-none-match'], revision)) return body();
  void reply.code(304);
  return undefined;
}
