import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { CLAIMS } from '../claims.js';
import type { Account } from './accounts.js';
import { errorPage } from './pages.js';
import type { ProviderSecrets } from './secrets.js';
import { signInState } from './sign-in-state.js';
import { passwordCheck, signIn } from './sign-in.js';

/** A program in whose name people sign in: authorization code with PKCE, no secret. */
export interface PublicClient {
  readonly id: string;
  readonly redirectUris: readonly string[];
  /** `native` also accepts any port of a loopback redirect address (RFC 8252). */
  readonly kind: 'web' | 'native';
}

export interface LocalProviderOptions {
  /** Where it is reached, e.g. `http://127.0.0.1:3000/oidc`; its path is where it is mounted. */
  readonly issuer: string;
  readonly accounts: readonly Account[];
  readonly clients: readonly PublicClient[];
  readonly secrets: ProviderSecrets;
  /** The `aud` of access tokens. Default `tousu-api`. */
  readonly audience?: string;
  /** Default 600. */
  readonly accessTokenSeconds?: number;
  /** Evaluation only: an account may also fetch a token with its id and password in one request. */
  readonly directTokens?: boolean;
  /** Told of faults inside the provider. */
  readonly onError?: (error: Error) => void;
}

export interface LocalProvider {
  readonly issuer: string;
  readonly jwksUri: string;
  readonly tokenEndpoint: string;
  /** Path of the issuer, e.g. `/oidc`; empty when it has a server to itself. */
  readonly mountPath: string;
  /** Serves one request if it lies under the mount path; else answers false and leaves it alone. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
}

export const DEFAULT_AUDIENCE = 'tousu-api';
/** The API as a resource (RFC 8707); clients need not name it, it is the only one. */
const RESOURCE = 'urn:tousu:api';
const SCOPE = 'tousu';
const HOUR = 3600;

/** A certified OpenID provider with local accounts, for standalone. Loaded only where it is used. */
export async function createLocalProvider(options: LocalProviderOptions): Promise<LocalProvider> {
  const { Provider: OidcProvider } = await import('oidc-provider');
  const issuer = options.issuer.replace(/\/$/, '');
  const mountPath = new URL(issuer).pathname.replace(/\/$/, '');
  const provider = new OidcProvider(issuer, configuration(options, mountPath));
  provider.use(signIn(provider, mountPath, passwordCheck(options.secrets.passwords)) as never);
  provider.on('server_error', (_ctx: unknown, error: Error) => options.onError?.(error));
  const serve = provider.callback();
  return {
    issuer,
    mountPath,
    jwksUri: `${issuer}/jwks`,
    tokenEndpoint: `${issuer}/token`,
    handle(request, response) {
      const url = request.url ?? '/';
      if (!lies(url, mountPath)) return false;
      // As Express does when it mounts: the provider takes the difference for its own place.
      Object.assign(request, { originalUrl: url, url: url.slice(mountPath.length) || '/' });
      void serve(request, response);
      return true;
    },
  };
}

function lies(url: string, mountPath: string): boolean {
  return url.startsWith(mountPath) && ['', '/', '?'].includes(url.charAt(mountPath.length));
}

function configuration(options: LocalProviderOptions, mountPath: string): Configuration {
  const accounts = new Map(options.accounts.map((account) => [account.id, account]));
  const { audience = DEFAULT_AUDIENCE, accessTokenSeconds = 600 } = options;
  return {
    adapter: signInState(),
    jwks: { keys: options.secrets.keys },
    cookies: { keys: [...options.secrets.cookieKeys] },
    clients: clientsOf(options),
    scopes: ['openid'],
    claims: { openid: ['sub', ...Object.values(CLAIMS).filter((claim) => claim !== 'sub')] },
    findAccount: (_ctx, id) => {
      const account = accounts.get(id);
      return account && { accountId: id, claims: () => ({ sub: id, ...claimsOf(account) }) };
    },
    extraTokenClaims: (_ctx, token) => {
      const id = 'accountId' in token ? token.accountId : token.clientId;
      const account = accounts.get(id ?? '');
      return account && claimsOf(account);
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      clientCredentials: { enabled: options.directTokens === true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPE,
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: accessTokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    pkce: { required: () => true },
    interactions: { url: (_ctx, { uid }) => `${mountPath}/interaction/${uid}` },
    loadExistingGrant: grantOwnClient,
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(out.error);
    },
    clientBasedCORS: () => false,
    ttl: {
      AccessToken: accessTokenSeconds,
      ClientCredentials: accessTokenSeconds,
      IdToken: HOUR,
      Interaction: HOUR,
      Grant: 8 * HOUR,
      Session: 8 * HOUR,
    },
  };
}

function claimsOf({ name, roles, officeId, operatorId }: Account): Record<string, unknown> {
  const home = operatorId === undefined ? { [CLAIMS.office]: officeId } : { [CLAIMS.operator]: operatorId };
  return { [CLAIMS.name]: name, [CLAIMS.roles]: roles, ...home };
}

/** All clients are the office's own, so signing in is consent enough. */
async function grantOwnClient(ctx: KoaContextWithOIDC) {
  const { oidc } = ctx;
  const client = oidc.client;
  const accountId = oidc.session?.accountId;
  if (client === undefined || accountId === undefined) return undefined;
  const known = oidc.session?.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await oidc.provider.Grant.find(known);
  if (existing !== undefined) return existing;
  const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(RESOURCE, SCOPE);
  await grant.save();
  return grant;
}

function clientsOf({ clients, accounts, secrets, directTokens }: LocalProviderOptions): ClientMetadata[] {
  const people: ClientMetadata[] = clients.map(({ id, redirectUris, kind }) => ({
    client_id: id,
    application_type: kind,
    redirect_uris: [...redirectUris],
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
  }));
  if (directTokens !== true) return people;
  return [
    ...people,
    ...accounts.map(({ id }): ClientMetadata => ({
      client_id: id,
      client_secret: secrets.passwords[id],
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
  ];
}
