import { connect } from 'node:net';

/** Writes pieces to a fresh connection, `pauseMs` apart, and returns all that comes back until it ends. */
export async function exchange(
  base: string,
  pieces: readonly (string | Uint8Array)[],
  { pauseMs = 0, patienceMs = 5_000 }: { readonly pauseMs?: number; readonly patienceMs?: number } = {},
): Promise<string> {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.on('data', (chunk: Buffer) => (received += chunk.toString('utf8')));
  socket.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  const patience = setTimeout(() => socket.destroy(), patienceMs);
  for (const piece of pieces) {
    if (socket.destroyed) break;
    socket.write(piece);
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  await ended;
  clearTimeout(patience);
  return received;
}

/** Splits one raw answer that closes the connection into status, headers and body. */
export function takenApart(answer: string): { status: number; type: string; body: unknown } {
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]),
    type: /content-type: ([^\r;]+)/i.exec(head)?.[1] ?? '',
    body: body === '' ? undefined : JSON.parse(body),
  };
}
