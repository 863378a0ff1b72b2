import type { JsonObject } from '#kernel';

/** What the server answered. `problem` is the code of a refusal. */
export interface Answer {
  readonly status: number;
  readonly body: JsonObject;
  readonly problem?: string;
  /** The act had been done before under the same key. */
  readonly replayed: boolean;
}

/** What a request carries besides its body. */
export interface RequestOptions {
  readonly ifMatch?: number;
  readonly key?: string;
}

/** A token is fetched anew when it has less than this left, ms. */
const RESERVE_MS = 60_000;
const PATIENCE_MS = 30_000;

interface Token {
  readonly text: string;
  readonly until: number;
}

/** People of an office at work over HTTP, each with a token of his or her own. */
export class OfficeClient {
  private readonly tokens = new Map<string, Token>();

  /** @param passwords of the accounts, by account id */
  constructor(
    readonly base: string,
    private readonly passwords: Readonly<Record<string, string>>,
  ) {}

  get(account: string, path: string): Promise<Answer> {
    return this.request(account, 'GET', path);
  }

  post(account: string, path: string, body: JsonObject, options: RequestOptions = {}): Promise<Answer> {
    return this.request(account, 'POST', path, body, options);
  }

  private async request(
    account: string,
    method: string,
    path: string,
    body?: JsonObject,
    { ifMatch, key }: RequestOptions = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.tokenOf(account)}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = (await response.json()) as JsonObject;
    const problem = typeof answer['code'] === 'string' && !response.ok ? answer['code'] : undefined;
    const replayed = response.headers.has('idempotency-replayed');
    return { status: response.status, body: answer, replayed, ...(problem ? { problem } : {}) };
  }

  private async tokenOf(account: string): Promise<string> {
    const known = this.tokens.get(account);
    if (known && known.until - RESERVE_MS > Date.now()) return known.text;
    const password = this.passwords[account];
    if (password === undefined) throw new Error(`there is no account ${account}`);
    const response = await fetch(`${this.base}/oidc/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${account}:${password}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = (await response.json()) as { access_token?: string; expires_in?: number };
    if (answer.access_token === undefined) {
      throw new Error(`${account} got no token (status ${response.status})`);
    }
    const token = { text: answer.access_token, until: Date.now() + (answer.expires_in ?? 0) * 1000 };
    this.tokens.set(account, token);
    return token.text;
  }
}
