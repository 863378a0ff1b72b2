import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Name of the prepared statements that append. */
const STATEMENT = 'es-append';

/** A way to a server that can be cut at a chosen moment. */
export interface Proxy {
  /** The server's URL, through the proxy. */
  readonly url: string;
  /** Loses the next answer to an append (which was done), or the next append itself, with the connection. */
  loseNext(what: 'answer' | 'statement'): void;
  close(): Promise<void>;
}

/** Starts a proxy on a free local port before the server of the URL. */
export async function startProxy(url: string): Promise<Proxy> {
  const target = new URL(url);
  let losing: 'answer' | 'statement' | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', cut).on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    // Only the connection that appends is cut; others, which notify or read, may speak at the same moment.
    let appending = false;
    const pass = (to: Socket, from: Socket, what: 'answer' | 'statement') =>
      from.on('data', (bytes) => {
        if (what === 'statement') appending = bytes.includes(STATEMENT);
        if (losing === what && appending) {
          losing = undefined;
          cut();
        } else to.write(bytes);
      });
    pass(upstream, client, 'statement');
    pass(client, upstream, 'answer');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    loseNext: (what) => (losing = what),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
