import type { HttpLog } from '#platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

/** A file as it is given out. */
export interface InertFile {
  readonly name: string;
  /** From our own list of types, never what the sender wrote. */
  readonly mediaType: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  readonly content: AsyncIterable<Buffer>;
}

/**
 * Gives a file out so that no browser runs, shows or guesses anything in it: to be saved, under its own name, never to
 * be cached. Its first piece is opened before the answer begins, so that a file that is gone or altered is a problem
 * document; one that is found altered later breaks off, which its length shows.
 */
export async function giveOut(
  file: InertFile,
  {
    request,
    reply,
    log,
  }: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly log: HttpLog },
): Promise<void> {
  const pieces = file.content[Symbol.asyncIterator]();
  const first = await pieces.next();
  const logged = (thrown: unknown) =>
    log.fault(thrown, { reference: randomUUID(), traceId: request.id, route: request.routeOptions.url });
  void reply.headers({
    'content-type': file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType,
    'content-length': file.size,
    'content-disposition': disposition(file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    'accept-ranges': 'none',
    'repr-digest': `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`,
  });
  await reply.send(Readable.from(rest(first, pieces, logged), { objectMode: false }));
}

async function* rest(
  first: IteratorResult<Buffer>,
  pieces: AsyncIterator<Buffer>,
  logged: (thrown: unknown) => void,
): AsyncGenerator<Buffer> {
  try {
    for (let next = first; next.done !== true; next = await pieces.next()) yield next.value;
  } catch (error) {
    logged(error);
    throw error;
  } finally {
    await pieces.return?.();
  }
}

/** Saved under its name (RFC 6266), which old programs get in ASCII. */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
