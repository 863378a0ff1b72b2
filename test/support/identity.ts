import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createLocalProvider,
  newProviderSecrets,
  OidcAccessTokens,
  type AccessTokens,
  type LocalProvider,
} from '#identity';
import { ACCOUNTS } from './people.js';

/** A real OpenID provider on a port of its own, and what trusts its tokens. */
export interface IdentityService {
  readonly tokens: AccessTokens;
  readonly issuer: string;
  /** A fresh access token of that account. */
  tokenOf(accountId: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startIdentity(): Promise<IdentityService> {
  const found: { provider?: LocalProvider } = {};
  const server = createServer((request, response) => {
    if (found.provider?.handle(request, response) !== true) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const secrets = newProviderSecrets(ACCOUNTS.map(({ id }) => id));
  const provider = await createLocalProvider({
    issuer,
    accounts: ACCOUNTS,
    clients: [],
    secrets,
    directTokens: true,
    accessTokenSeconds: 3600,
  });
  found.provider = provider;
  const { tokenEndpoint } = provider;
  return {
    issuer,
    tokens: new OidcAccessTokens({ issuer, audience: 'tousu-api' }),
    tokenOf: (id) => fetchToken(tokenEndpoint, id, secrets.passwords[id] ?? ''),
    stop: () => stop(server),
  };
}

async function fetchToken(endpoint: string, id: string, password: string): Promise<string> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`no token for ${id}: ${response.status}`);
  return token;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}
