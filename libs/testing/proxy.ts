import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What becomes of bytes that come to a proxy: they go on, are lost, or are lost with their connection. */
export type Passing = 'on' | 'lost' | 'cut';
/** Asked of everything that comes over one connection. */
export type Passage = (from: 'client' | 'server', bytes: Buffer) => Passing;

/** A way to a server on which things can go wrong. */
export interface Proxy {
  /** The server's URL, through the proxy. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a proxy on a free local port before the PostgreSQL of the URL; each new connection has a passage of its own. */
export async function startProxy(url: string, passage: () => Passage): Promise<Proxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const passes = passage();
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    const join = (from: Socket, to: Socket, side: 'client' | 'server') => {
      sockets.add(from);
      from.on('error', cut).on('close', () => {
        sockets.delete(from);
        cut();
      });
      from.on('data', (bytes) => {
        const passing = passes(side, bytes);
        if (passing === 'on') to.write(bytes);
        else if (passing === 'cut') cut();
      });
    };
    join(client, upstream, 'client');
    join(upstream, client, 'server');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
