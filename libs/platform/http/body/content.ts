import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/errors.js';
import { isUpload } from '../upload/route.js';
import { parseStrictJson } from './strict-json.js';

/**
 * UTF-8 JSON, uncompressed, is taken; and where a route takes a file, a form in its place, which its handler reads.
 * Everything else is 415.
 */
export function acceptJsonAndForms(fastify: FastifyInstance, bodyLimit: number): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit },
    (request: FastifyRequest, body: Buffer, done: Done) => {
      try {
        if (isUpload(request)) throw new ProblemError('unsupported-media-type');
        done(null, parseStrictJson(body));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  fastify.addContentTypeParser(
    'multipart/form-data',
    (request: FastifyRequest, _payload: unknown, done: Done) => {
      done(isUpload(request) ? null : new ProblemError('unsupported-media-type'));
    },
  );
  fastify.addHook('preParsing', (request, _reply, _payload, done) => {
    done(isPlainUtf8(request) ? null : new ProblemError('unsupported-media-type'));
  });
}

type Done = (error: Error | null, body?: unknown) => void;

function isPlainUtf8(request: FastifyRequest): boolean {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return false;
  const type = request.headers['content-type'];
  if (type === undefined || !type.includes(';')) return true;
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)"?\s*(?:;|$)/i.exec(type)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
}
