import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Refusal } from '#kernel';
import type { HttpLog } from '../log/log.js';
import type { KnownRoutes } from '../known-routes.js';
import { isAway, isFull } from './away.js';
import type { ProblemRegistry } from './catalogue.js';
import { preferredLanguage, PROBLEM_TYPE, type ProblemCase, problemDocument } from './document.js';
import { ConflictError, ProblemError, RefusalError } from './errors.js';
import type { GenericCode } from './generic.js';

const BY_FASTIFY_CODE: Readonly<Record<string, GenericCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_MAX_PARAM_LENGTH: 'uri-too-long',
};

const BY_STATUS: Readonly<Record<number, GenericCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-timeout',
  412: 'precondition-failed',
  413: 'body-too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
  417: 'expectation-failed',
  428: 'precondition-required',
  429: 'too-many-requests',
  431: 'headers-too-large',
  503: 'service-unavailable',
};

/** Seconds a client is asked to wait when nothing better is known. */
const RETRY_AFTER = '5';

/** Turns whatever was thrown into one problem document. What nobody foresaw is logged and becomes 500, or 503 while the database is away. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly registry: ProblemRegistry,
    private readonly routes: KnownRoutes,
    private readonly log: HttpLog,
    private readonly bodyLimit: number,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Sends the problem; says nothing more once an answer has begun. */
  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = this.known(thrown, request) ?? this.fault(thrown, request);
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const document = problemDocument(this.registry, problem, {
      language: preferredLanguage(request.headers['accept-language']),
      path: (request.raw.url ?? '/').split('?', 1)[0] ?? '/',
      traceId: request.id,
    });
    if (document.status === 503 || document.status === 429) void reply.header('retry-after', RETRY_AFTER);
    void reply
      .code(document.status)
      .headers({ ...problem.headers, 'x-content-type-options': 'nosniff' })
      .header('cache-control', 'no-store')
      .header('content-language', preferredLanguage(request.headers['accept-language']))
      .header('vary', 'Accept-Language')
      .type(PROBLEM_TYPE)
      .send(JSON.stringify(document));
  }

  private known(thrown: unknown, request: FastifyRequest): ProblemCase | undefined {
    if (thrown instanceof ProblemError) return { code: thrown.code, ...thrown.occurrence };
    if (thrown instanceof RefusalError) return this.refused((thrown as RefusalError).refusal);
    if (thrown instanceof ConflictError) return conflict(thrown.currentRevision);
    // A URL that could not be read counts as unrouted too, but the router has said what is wrong with it.
    if (request.is404 && !isFastifyError(thrown)) return this.unrouted(request);
    return this.fromFramework(thrown);
  }

  private refused(refusal: Refusal): ProblemCase | undefined {
    if (this.registry.sheet(refusal.refused) === undefined) return undefined;
    return { code: refusal.refused, rules: refusal.rules, facts: refusal.facts };
  }

  private unrouted(request: FastifyRequest): ProblemCase {
    const allowed = this.routes.methodsAt(request.raw.url ?? '/');
    if (allowed.length === 0 || allowed.includes(request.method)) return { code: 'not-found' };
    const allow = allowed.join(', ');
    return { code: 'method-not-allowed', facts: { allowed: allow }, headers: { allow } };
  }

  private fromFramework(thrown: unknown): ProblemCase | undefined {
    const cause = thrown instanceof HttpException && thrown.cause !== undefined ? thrown.cause : thrown;
    const fastifyCode = BY_FASTIFY_CODE[textOf(cause, 'code') ?? ''];
    const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(cause);
    const code =
      fastifyCode ?? BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'malformed-request' : undefined);
    if (code === undefined) return undefined;
    return { code, facts: code === 'body-too-large' ? { limitBytes: this.bodyLimit } : {} };
  }

  private fault(thrown: unknown, request: FastifyRequest): ProblemCase {
    const reference = randomUUID();
    this.log.fault(thrown, { reference, traceId: request.id, route: request.routeOptions?.url });
    return { code: faultCode(thrown), facts: { reference } };
  }
}

function faultCode(thrown: unknown): GenericCode {
  if (isAway(thrown)) return 'service-unavailable';
  return isFull(thrown) ? 'storage-full' : 'internal-fault';
}

function conflict(currentRevision: number | undefined): ProblemCase {
  if (currentRevision === undefined) return { code: 'precondition-failed' };
  return {
    code: 'precondition-failed',
    facts: { currentRevision },
    headers: { etag: `"${currentRevision}"` },
  };
}

function textOf(value: unknown, key: string): string | undefined {
  const found =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** Only Fastify's own errors tell a status; anything else that happens to carry one is a fault. */
function statusOf(value: unknown): number {
  const status = isFastifyError(value) ? (value as { statusCode?: unknown }).statusCode : undefined;
  return typeof status === 'number' ? status : 0;
}

function isFastifyError(value: unknown): boolean {
  return textOf(value, 'name') === 'FastifyError' || textOf(value, 'code')?.startsWith('FST_') === true;
}
