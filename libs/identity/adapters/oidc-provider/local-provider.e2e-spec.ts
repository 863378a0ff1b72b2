import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { decodeJwt } from 'jose';
import * as oidc from 'openid-client';
import { createHttpApplication, listen } from '#platform/http';
import {
  OidcAccessTokens,
  SAMPLE_ACCOUNTS,
  createLocalProvider,
  mountLocalProvider,
  openProviderSecrets,
  type LocalProvider,
  type LocalProviderOptions,
} from '../../index.js';

const REDIRECT = 'http://127.0.0.1:4711/callback';
const folder = mkdtempSync(join(tmpdir(), 'oidc-'));
const secrets = openProviderSecrets(
  folder,
  SAMPLE_ACCOUNTS.map(({ id }) => id),
);
const passwordOf = (id: string) => secrets.passwords[id] ?? '';

@Controller()
class Neighbour {
  @Get('v1/hello')
  hello(): string {
    return 'hello';
  }
  @Get('oidcx')
  similar(): string {
    return 'not the provider';
  }
  @Post('v1/echo')
  echo(): string {
    return 'echo';
  }
}

@Module({ controllers: [Neighbour] })
class NeighbourModule {}

let app: NestFastifyApplication;
let base: string;
let provider: LocalProvider | undefined;
const faults: Error[] = [];

function options(): LocalProviderOptions {
  return {
    issuer: `${base}/oidc`,
    accounts: SAMPLE_ACCOUNTS,
    clients: [{ id: 'tousu-console', redirectUris: ['http://127.0.0.1/callback'], kind: 'native' }],
    secrets,
    directTokens: true,
    onError: (error) => faults.push(error),
  };
}

beforeAll(async () => {
  app = await createHttpApplication(NeighbourModule, { log: false });
  mountLocalProvider(app.getHttpServer(), () => provider);
  base = await listen(app);
  provider = await createLocalProvider(options());
});

afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true });
  expect(faults).toEqual([]);
});

const tokens = () => new OidcAccessTokens({ issuer: `${base}/oidc`, audience: 'tousu-api' });

/** As little of a browser as signing in takes. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async go(url: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Follows redirects until a page, or an address elsewhere. */
  async follow(response: Response): Promise<{ url: string; page?: Response }> {
    let current = response;
    let url = response.url;
    for (let hops = 0; hops < 10 && current.headers.has('location'); hops++) {
      url = new URL(current.headers.get('location') ?? '', current.url).href;
      if (!url.startsWith(base)) return { url };
      current = await this.go(url);
    }
    return { url, page: current };
  }
}

async function beginSignIn(browser: Browser, parameters: Record<string, string> = {}) {
  const config = await oidc.discovery(new URL(`${base}/oidc`), 'tousu-console', undefined, oidc.None(), {
    execute: [oidc.allowInsecureRequests],
  });
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: REDIRECT,
    scope: 'openid',
    state,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...parameters,
  });
  const { url: action, page } = await browser.follow(await browser.go(url.href));
  return { config, verifier, state, action, page };
}

describe('signing in with a browser', () => {
  it.each(SAMPLE_ACCOUNTS.map(({ id }) => id))('%s gets a token that says who it is', async (id) => {
    const browser = new Browser();
    const { config, verifier, state, action, page } = await beginSignIn(browser);
    expect(page?.status).toBe(200);
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = (await page?.text()) ?? '';
    expect(html).toContain('<form method="post"');
    expect(html).not.toContain('<script');

    const back = await browser.follow(await browser.go(action, { account: id, password: passwordOf(id) }));
    expect(back.url.startsWith(REDIRECT)).toBe(true);
    const answer = await oidc.authorizationCodeGrant(config, new URL(back.url), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      idTokenExpected: true,
    });
    const account = SAMPLE_ACCOUNTS.find((one) => one.id === id);
    expect(await tokens().principalOf(`Bearer ${answer.access_token}`)).toEqual({
      id,
      name: account?.name,
      roles: account?.roles,
      ...(account?.operatorId === undefined
        ? { officeId: account?.officeId }
        : { officeId: '', operatorId: account.operatorId }),
    });
    await expect(tokens().principalOf(`Bearer ${answer.id_token}`)).rejects.toMatchObject({ status: 401 });
  });

  it('refuses a wrong password, keeps what was typed inert, and lets one try again', async () => {
    const browser = new Browser();
    const { action } = await beginSignIn(browser);
    for (const account of ['leader', 'nobody', '__proto__', '"><script>alert(1)</script>']) {
      const page = await browser.go(action, { account, password: 'nobody' });
      expect(page.status).toBe(401);
      expect(await page.text()).not.toContain('<script');
    }
    const back = await browser.follow(
      await browser.go(action, { account: 'leader', password: passwordOf('leader') }),
    );
    expect(new URL(back.url).searchParams.has('code')).toBe(true);
  });

  it('can be cancelled', async () => {
    const browser = new Browser();
    const { action } = await beginSignIn(browser);
    const back = await browser.follow(await browser.go(action, { do: 'cancel' }));
    expect(new URL(back.url).searchParams.get('error')).toBe('access_denied');
  });

  it('answers a client that insists on consent', async () => {
    const browser = new Browser();
    const { action } = await beginSignIn(browser, { prompt: 'login consent' });
    const form = { account: 'leader', password: passwordOf('leader') };
    const back = await browser.follow(await browser.go(action, form));
    expect(new URL(back.url).searchParams.has('code')).toBe(true);
  });

  it("shows a page, not a fault, without the cookie of the sign-in, and for somebody else's", async () => {
    const { action } = await beginSignIn(new Browser());
    const other = new Browser();
    await beginSignIn(other);
    for (const browser of [new Browser(), other]) {
      const page = await browser.go(action, { account: 'leader', password: passwordOf('leader') });
      expect(page.status).toBe(400);
      expect(await page.text()).toContain('无法登录');
    }
  });

  it('takes no form that is too long', async () => {
    const browser = new Browser();
    const { action } = await beginSignIn(browser);
    expect((await browser.go(action, { account: 'x'.repeat(5000) })).status).toBe(413);
  });

  it('needs PKCE, and a redirect address that was registered', async () => {
    const auth = `${base}/oidc/auth?client_id=tousu-console&response_type=code&scope=openid`;
    const there = await fetch(`${auth}&redirect_uri=${encodeURIComponent(REDIRECT)}`, { redirect: 'manual' });
    const { searchParams } = new URL(there.headers.get('location') ?? '');
    expect(searchParams.get('error_description')).toMatch(/PKCE/);
    const elsewhere = await fetch(`${auth}&redirect_uri=https%3A%2F%2Fevil.example%2F`, {
      redirect: 'manual',
    });
    expect(elsewhere.status).toBe(400);
  });
});

describe('a token in one request', () => {
  function ask(id: string, password: string): Promise<Response> {
    return fetch(`${base}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
  }

  it.each(SAMPLE_ACCOUNTS)(
    '$id is the same person as through the browser',
    async ({ id, name, roles, officeId, operatorId }) => {
      const answer = (await (await ask(id, passwordOf(id))).json()) as {
        access_token: string;
        expires_in: number;
      };
      expect(await tokens().principalOf(`Bearer ${answer.access_token}`)).toEqual({
        id,
        name,
        roles,
        officeId,
        ...(operatorId === undefined ? {} : { operatorId }),
      });
      expect(answer.expires_in).toBe(600);
      const { exp = 0, iat = 0, aud } = decodeJwt(answer.access_token);
      expect([exp - iat, aud]).toEqual([600, 'tousu-api']);
    },
  );

  it('needs the right password', async () => {
    expect((await ask('leader', passwordOf('registrar'))).status).toBe(401);
    expect((await ask('nobody', 'x')).status).toBe(401);
    expect((await ask('tousu-console', '')).status).toBe(400);
  });

  it('is off unless switched on, and its life can be set', async () => {
    const evaluation = provider;
    try {
      provider = await createLocalProvider({ ...options(), directTokens: false });
      expect((await ask('leader', passwordOf('leader'))).status).toBe(401);
      provider = await createLocalProvider({ ...options(), accessTokenSeconds: 28_800 });
      expect(await (await ask('leader', passwordOf('leader'))).json()).toMatchObject({ expires_in: 28_800 });
    } finally {
      provider = evaluation;
    }
  });

  it('stays good after a restart, because keys and passwords are kept in a file for its owner alone', async () => {
    const { access_token } = (await (await ask('leader', passwordOf('leader'))).json()) as {
      access_token: string;
    };
    const again = openProviderSecrets(folder, ['leader']);
    expect(again).toEqual(secrets);
    expect(statSync(join(folder, 'oidc-provider.json')).mode & 0o777).toBe(0o600);
    const before = provider;
    provider = await createLocalProvider({ ...options(), secrets: again });
    expect((await tokens().principalOf(`Bearer ${access_token}`)).id).toBe('leader');
    provider = before;
    expect(() => openProviderSecrets(folder, ['newcomer'])).toThrow(/newcomer/);
  });
});

describe('beside the API on one server', () => {
  it('leaves every other address alone', async () => {
    expect(await (await fetch(`${base}/v1/hello`)).text()).toBe('hello');
    expect(await (await fetch(`${base}/oidcx`)).text()).toBe('not the provider');
    expect(
      (await fetch(`${base}/v1/echo`, { method: 'POST', body: new URLSearchParams('a=b') })).status,
    ).toBe(415);
    expect((await fetch(`${base}/nowhere`)).status).toBe(404);
  });

  it('publishes public keys only, and endpoints under its own path', async () => {
    const { keys } = (await (await fetch(`${base}/oidc/jwks`)).json()) as { keys: object[] };
    expect(keys.map((key) => Object.keys(key).sort().join())).toEqual(['alg,e,kid,kty,n,use']);
    const document = (await (await fetch(`${base}/oidc/.well-known/openid-configuration`)).json()) as object;
    const addresses = Object.entries(document).filter(([name]) => /_endpoint$|_uri$/.test(name));
    expect(addresses.length).toBeGreaterThan(2);
    for (const [, address] of addresses) expect(address).toMatch(new RegExp(`^${base}/oidc/`));
    expect((await fetch(`${base}/oidc/nowhere`)).status).toBe(404);
  });

  it('answers as unavailable until the provider is there', async () => {
    const before = provider;
    provider = undefined;
    expect((await fetch(`${base}/oidc/jwks`)).status).toBe(404);
    await expect(tokens().principalOf('Bearer a.b.c')).rejects.toMatchObject({ status: 503 });
    provider = before;
  });
});
