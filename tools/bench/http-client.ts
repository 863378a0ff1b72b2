import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  body(): string;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * One kept connection, one request at a time, and little more work than that: it shares the machine with the
 * server that is measured. Takes answers that say their length.
 */
export class HttpClient {
  private received: Buffer = Buffer.alloc(0);
  private waiting: { take(answer: HttpAnswer): void; fail(error: Error): void } | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('error', (error) => this.waiting?.fail(error));
    socket.on('close', () => this.waiting?.fail(new Error('the server closed the connection')));
  }

  static async connect(base: string): Promise<HttpClient> {
    const { hostname, port, host } = new URL(base);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new HttpClient(socket, host);
  }

  post(path: string, body: string, headers: Readonly<Record<string, string>>): Promise<HttpAnswer> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length = Buffer.byteLength(body);
    this.socket.write(
      `POST ${path} HTTP/1.1\r\nhost: ${this.host}\r\n${lines.join('')}` +
        `content-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`,
    );
    return new Promise((take, fail) => (this.waiting = { take, fail }));
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const head = this.received.indexOf(END_OF_HEAD);
    if (head < 0) return;
    const text = this.received.toString('latin1', 0, head);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1]);
    if (Number.isNaN(length)) {
      this.waiting?.fail(new Error('an answer without a length'));
      return this.close();
    }
    const end = head + END_OF_HEAD.length + length;
    if (this.received.length < end) return;
    const body = this.received.subarray(end - length, end);
    this.received = this.received.subarray(end);
    const waiting = this.waiting;
    this.waiting = undefined;
    waiting?.take({ status: Number(text.slice(9, 12)), body: () => body.toString() });
  }
}
