import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { LocalProvider } from './local-provider.js';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Puts the provider under its path of a server that already serves something else (Nest:
 * `app.getHttpServer()`). It stands before everything the other one does with a request, since it parses
 * bodies and answers errors by itself; the server's own limits on time, headers and connections hold for
 * both. `find` may answer later, when the port, and with it the issuer, is known.
 */
export function mountLocalProvider(server: Server, find: () => LocalProvider | undefined): void {
  const others = server.listeners('request') as Listener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (find()?.handle(request, response) === true) return;
    for (const other of others) other.call(server, request, response);
  });
}
