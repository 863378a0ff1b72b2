import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { contradiction } from './interface.js';

/** An answer as the tests read it; `body` is the parsed JSON, of whatever shape. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
}

export interface PostOptions {
  /** Revision for `If-Match`; `null` leaves the header out. */
  readonly ifMatch?: number | string | null;
  /** `Idempotency-Key`; a new one when left out, none for `null`. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Told of every answer, so that a suite can look through all of them afterwards. */
export type Witness = (answer: Answer & { readonly path: string; readonly text: string }) => void;

/** One person's way to the API. */
export class Client {
  constructor(
    private readonly base: string,
    private readonly token: string | undefined,
    private readonly witness: Witness = () => undefined,
  ) {}

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  /** A file, as it is given out. */
  async download(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(this.base + path, {
      headers: { ...(this.token ? { authorization: `Bearer ${this.token}` } : {}), ...headers },
      signal: AbortSignal.timeout(20_000),
    });
  }

  /** Sends a command; a string body or a form is sent as it is. */
  post(path: string, body: unknown = {}, options: PostOptions = {}): Promise<Answer> {
    const { ifMatch = null, key = randomUUID(), headers = {} } = options;
    const asItIs = typeof body === 'string' || body instanceof FormData;
    return this.send('POST', path, asItIs ? body : JSON.stringify(body), {
      ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === null ? {} : { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
      ...(key === null ? {} : { 'idempotency-key': key }),
      ...headers,
    });
  }

  private async send(
    method: string,
    path: string,
    body: string | FormData | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const response = await fetch(this.base + path, {
      method,
      body,
      headers: { ...(this.token ? { authorization: `Bearer ${this.token}` } : {}), ...headers },
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
    assert.equal(contradiction(method, path, answer.status, answer.body), undefined);
    this.witness({ ...answer, path: `${method} ${path}`, text });
    return answer;
  }
}
