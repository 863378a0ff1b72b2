import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems/errors.js';
import { parseStrictJson } from './strict-json.js';

/** Only UTF-8 JSON, uncompressed, is taken; everything else is 415 before a byte of it is looked at. */
export function acceptOnlyJson(fastify: FastifyInstance, bodyLimit: number): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit },
    (_request: FastifyRequest, body: Buffer, done: (error: Error | null, body?: unknown) => void) => {
      try {
        done(null, parseStrictJson(body));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  fastify.addHook('preParsing', (request, _reply, _payload, done) => {
    done(isPlainUtf8(request) ? null : new ProblemError('unsupported-media-type'));
  });
}

function isPlainUtf8(request: FastifyRequest): boolean {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return false;
  const type = request.headers['content-type'];
  if (type === undefined || !type.includes(';')) return true;
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)"?\s*(?:;|$)/i.exec(type)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
}
