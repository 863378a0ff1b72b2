import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { HttpLimits } from './limits.js';
import { isUpload } from './upload/route.js';

/** How long what is left of an upload may still arrive after it was answered. */
const AFTER_THE_ANSWER_MS = 2_000;

/**
 * Ends requests that take too long to arrive. Node knows one time for all requests, and a file needs more of it than
 * anything else: Node keeps the time of uploads, this the shorter one of all others.
 */
export function endLateRequests(fastify: FastifyInstance, { requestMs, lateCheckMs }: HttpLimits): void {
  const arriving = new Map<IncomingMessage, number>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!isUpload(request)) arriving.set(request.raw, performance.now());
    done();
  });
  const sweep = setInterval(() => {
    const oldest = performance.now() - requestMs;
    for (const [request, since] of arriving) {
      if (request.complete || request.destroyed) arriving.delete(request);
      else if (since < oldest) {
        arriving.delete(request);
        fastify.server.emit('clientError', new LateRequest(), request.socket);
      }
    }
  }, lateCheckMs);
  sweep.unref();
  fastify.addHook('onClose', (_instance, done) => {
    clearInterval(sweep);
    done();
  });
}

/** An upload that was answered before all of it came (refused, too large) does not go on for as long as it likes. */
export function cutAnsweredUploads(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, _reply, done) => {
    const { raw } = request;
    if (isUpload(request) && !raw.complete) {
      setTimeout(() => raw.complete || raw.socket.destroy(), AFTER_THE_ANSWER_MS).unref();
    }
    done();
  });
}

/** Told as Node tells its own, and answered the same way. */
class LateRequest extends Error {
  override readonly name = 'LateRequest';
  readonly code = 'ERR_HTTP_REQUEST_TIMEOUT';
}
