import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalProvider } from './local-provider.js';

/** What is needed of a Fastify instance (Nest: `app.getHttpAdapter().getInstance()`). */
export interface HookableServer {
  addHook(
    name: 'onRequest',
    hook: (
      request: { readonly raw: IncomingMessage },
      reply: { readonly raw: ServerResponse; hijack(): unknown },
      done: () => void,
    ) => void,
  ): unknown;
}

/**
 * Puts the provider under its path of the same server. It takes the raw request before Fastify's routing and
 * body parsing, since it parses bodies itself. Call before the server listens; `find` may answer later, when
 * the port, and with it the issuer, is known.
 */
export function mountLocalProvider(server: HookableServer, find: () => LocalProvider | undefined): void {
  server.addHook('onRequest', (request, reply, done) => {
    const provider = find();
    if (provider === undefined || !provider.handle(request.raw, reply.raw)) return done();
    reply.hijack();
  });
}
