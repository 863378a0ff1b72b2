import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpLimits } from './limits.js';
import type { HttpLog } from './log/log.js';
import { ProblemError } from './problems/errors.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Id of the signed-in actor, set by the guard; the only thing about a person that is logged. */
    actorId?: string;
  }
}

/** What happens to every request: checks before routing, common headers, one log line, and an orderly end. */
export function addHooks(fastify: FastifyInstance, limits: HttpLimits, log: HttpLog): void {
  let isClosing = false;
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-trace-id': request.id });
    done(isClosing ? new ProblemError('service-unavailable') : objection(request, limits));
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    log.request(lineOf(request, reply));
    done();
  });
  fastify.addHook('preClose', (done) => {
    isClosing = true;
    // Requests under way may finish; what is still open after that is cut off, so that the process can end.
    const cut = setTimeout(() => fastify.server.closeAllConnections(), limits.drainMs);
    cut.unref();
    fastify.server.once('close', () => clearTimeout(cut));
    done();
  });
}

function objection({ raw }: FastifyRequest, limits: HttpLimits): ProblemError | undefined {
  if (raw.rawHeaders.length / 2 > limits.headerCount) return new ProblemError('headers-too-large');
  if (raw.httpVersionMajor !== 1) return new ProblemError('malformed-request');
  // Node would answer a missing Host with an empty 400.
  if (raw.httpVersion === '1.1' && raw.headers.host === undefined)
    return new ProblemError('malformed-request');
  return undefined;
}

function lineOf(request: FastifyRequest, reply: FastifyReply) {
  return {
    method: request.method,
    route: request.is404 ? '(none)' : (request.routeOptions.url ?? '(none)'),
    status: reply.statusCode,
    durationMs: reply.elapsedTime,
    traceId: request.id,
    actorId: request.actorId,
  };
}
