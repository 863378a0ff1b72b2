import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPublicKey } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT, importJWK, type JWTPayload } from 'jose';
import { OidcAccessTokens, newSigningKey, type OidcAccessTokenSettings } from '../index.js';

type Key = ReturnType<typeof newSigningKey>;

const AUDIENCE = 'tousu-api';
const PERSON = { name: '周砚秋', tousu_roles: ['registrar'], tousu_office: 'yunhai' };
const [trusted, next, stranger] = [newSigningKey(), newSigningKey(), newSigningKey()];

let server: Server;
let issuer: string;
let published: readonly Key[];
let fetches: number;
let broken: 'no' | 'error' | 'garbage' | 'silent' | 'cut-once';

beforeAll(async () => {
  server = createServer((request, response) => {
    fetches++;
    if (broken === 'silent') return;
    if (broken === 'cut-once') {
      broken = 'no';
      request.socket.destroy();
      return;
    }
    response.statusCode = broken === 'error' ? 500 : 200;
    if (broken === 'garbage') return void response.end('<html>');
    if (request.url === '/.well-known/openid-configuration') {
      return void response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    }
    const keys = published.map(({ kty, n, e, kid, use, alg }) => ({ kty, n, e, kid, use, alg }));
    response.end(JSON.stringify({ keys }));
  });
  await listen();
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  published = [trusted];
  fetches = 0;
  broken = 'no';
});
afterEach(() => server.closeAllConnections());
afterAll(() => stop());

function listen(port = 0): Promise<void> {
  return new Promise((resolve) => void server.listen(port, '127.0.0.1', resolve));
}

function stop(): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}

function verifier(settings: Partial<OidcAccessTokenSettings> = {}): OidcAccessTokens {
  return new OidcAccessTokens({ issuer, audience: AUDIENCE, jwksUri: `${issuer}/keys`, ...settings });
}

const seconds = () => Math.floor(Date.now() / 1000);

function claims(changes: JWTPayload = {}): JWTPayload {
  return {
    sub: 'registrar',
    iss: issuer,
    aud: AUDIENCE,
    iat: seconds(),
    exp: seconds() + 600,
    ...PERSON,
    ...changes,
  };
}

async function signed(changes: JWTPayload = {}, key: Key = trusted, header: object = {}): Promise<string> {
  return new SignJWT(claims(changes))
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: key['kid'], ...header })
    .sign(await importJWK(key, 'RS256'));
}

async function expectRejected(token: string, code: string, tokens = verifier()): Promise<void> {
  const answer = tokens.principalOf(`Bearer ${token}`);
  await expect(answer).rejects.toMatchObject({
    name: 'TokenRejected',
    code,
    status: code === 'token-issuer-unavailable' ? 503 : 401,
  });
  await answer.catch((error: Error) => expect(String(error.stack)).not.toContain(token.slice(-40)));
}

describe('a token of the trusted issuer', () => {
  it('says who is acting', async () => {
    const principal = await verifier().principalOf(`Bearer ${await signed()}`);
    expect(principal).toEqual({ id: 'registrar', name: '周砚秋', roles: ['registrar'], officeId: 'yunhai' });
  });

  it('says for which operator, of people who belong to one', async () => {
    const claims = { tousu_office: undefined, tousu_operator: 'shuncheng', tousu_roles: ['operator'] };
    expect(await verifier().principalOf(`Bearer ${await signed(claims)}`)).toEqual({
      id: 'registrar',
      name: '周砚秋',
      roles: ['operator'],
      officeId: '',
      operatorId: 'shuncheng',
    });
  });

  it.each([
    ['both an office and an operator', { tousu_operator: 'shuncheng' }],
    ['neither', { tousu_office: undefined }],
    ['an operator that is no id', { tousu_office: undefined, tousu_operator: '顺程' }],
    ['an operator that is no text', { tousu_office: undefined, tousu_operator: 7 }],
  ])('is refused when it names %s', async (_what, changes) => {
    await expectRejected(await signed({ ...changes }), 'token-malformed');
  });

  it('is looked up through the discovery document where no address of keys is given', async () => {
    const tokens = verifier({ jwksUri: undefined });
    expect((await tokens.principalOf(`bearer ${await signed()}`)).id).toBe('registrar');
    expect(fetches).toBe(2);
    await expectRejected(
      await signed(),
      'token-issuer-unavailable',
      verifier({ jwksUri: undefined, issuer: `${issuer}/` }),
    );
  });

  it('grants no role that does not exist', async () => {
    const roles = ['registrar', 'root', 7, null, 'registrar'] as unknown as string[];
    const token = await signed({ tousu_roles: roles });
    expect((await verifier().principalOf(`Bearer ${token}`)).roles).toEqual(['registrar']);
  });

  it('is checked once a minute, and the keys are fetched once', async () => {
    let now = Date.now();
    const tokens = verifier({ now: () => new Date(now) });
    const token = await signed();
    await tokens.principalOf(`Bearer ${token}`);
    published = [];
    await Promise.all(Array.from({ length: 20 }, () => tokens.principalOf(`Bearer ${token}`)));
    now += 61_000;
    await tokens.principalOf(`Bearer ${token}`);
    expect(fetches).toBe(1);
  });

  it('ends at its time, also while it is remembered', async () => {
    let now = Date.now();
    const tokens = verifier({ now: () => new Date(now) });
    const token = await signed({ exp: seconds() + 30 });
    await tokens.principalOf(`Bearer ${token}`);
    now += 37_000;
    await expectRejected(token, 'token-expired', tokens);
  });
});

describe('bad tokens', () => {
  it.each([undefined, '', 'Basic cmVnaXN0cmFyOng=', 'token'])('%j: no token', async (header) => {
    await expect(verifier().principalOf(header)).rejects.toMatchObject({
      code: 'token-missing',
      challenge: 'Bearer realm="tousu"',
    });
  });

  it.each([
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Bearer a.b',
    'Bearer a.b.c',
    'Bearer a.b.c.d.e',
    'Bearer 你.好.吗',
    `Bearer ${'a'.repeat(9000)}.b.c`,
    'Bearer bnVsbA.bnVsbA.bnVsbA',
  ])('%.30j: malformed', async (header) => {
    await expect(verifier().principalOf(header)).rejects.toMatchObject({ code: 'token-malformed' });
    expect(fetches).toBe(0);
  });

  it('alg none is forged, with and without a signature', async () => {
    const none = new UnsecuredJWT(claims()).encode();
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    await expectRejected(`${header}.${none.split('.')[1]}.`, 'token-forged');
    await expectRejected(`${header}.${none.split('.')[1]}.${(await signed()).split('.')[2]}`, 'token-forged');
  });

  it('the public key used as a shared secret is forged', async () => {
    const pem = createPublicKey({ key: trusted, format: 'jwk' }).export({ format: 'pem', type: 'spki' });
    for (const alg of ['HS256', 'HS384', 'HS512']) {
      const token = await new SignJWT(claims())
        .setProtectedHeader({ alg, typ: 'at+jwt', kid: trusted['kid'] })
        .sign(Buffer.from(pem));
      await expectRejected(token, 'token-forged');
    }
  });

  it("a key of somebody else is forged, under the known key's name and under its own", async () => {
    await expectRejected(await signed({}, stranger, { kid: trusted['kid'] }), 'token-forged');
    await expectRejected(await signed({}, stranger), 'token-forged');
    await expectRejected(await signed({}, stranger, { kid: undefined, jwk: stranger }), 'token-forged');
  });

  it('changed claims are forged', async () => {
    const [header, , signature] = (await signed()).split('.');
    const payload = Buffer.from(JSON.stringify(claims({ tousu_roles: ['leader'] }))).toString('base64url');
    await expectRejected(`${header}.${payload}.${signature}`, 'token-forged');
  });

  it.each<{ what: string; code: string; claims: JWTPayload; header?: object }>([
    { what: 'another API', code: 'token-wrong-audience', claims: { aud: 'other-api' } },
    { what: 'several other APIs', code: 'token-wrong-audience', claims: { aud: ['a', 'b'] } },
    { what: 'another issuer', code: 'token-forged', claims: { iss: 'http://127.0.0.1:1' } },
    { what: 'past its end', code: 'token-expired', claims: { exp: seconds() - 60 } },
    { what: 'before its beginning', code: 'token-expired', claims: { nbf: seconds() + 60 } },
    { what: 'an id token by type', code: 'token-malformed', claims: {}, header: { typ: 'JWT' } },
    { what: 'no type', code: 'token-malformed', claims: {}, header: { typ: undefined } },
    { what: 'no end', code: 'token-malformed', claims: { exp: undefined } },
    { what: 'no audience', code: 'token-malformed', claims: { aud: undefined } },
    { what: 'no person', code: 'token-malformed', claims: { sub: undefined } },
    { what: 'a person with a line break', code: 'token-malformed', claims: { sub: 'a\nb' } },
    { what: 'no office', code: 'token-malformed', claims: { tousu_office: undefined } },
    { what: 'an empty office', code: 'token-malformed', claims: { tousu_office: '' } },
    { what: 'roles as a text', code: 'token-malformed', claims: { tousu_roles: 'leader' } },
  ])('$what: $code', async ({ code, claims: changes, header }) => {
    await expectRejected(await signed(changes, trusted, header), code);
  });

  it('bears a few seconds of difference between clocks', async () => {
    const token = await signed({ exp: seconds() - 2, nbf: seconds() + 3 });
    expect((await verifier().principalOf(`Bearer ${token}`)).id).toBe('registrar');
  });
});

describe("the issuer's keys", () => {
  it('may be rotated: a new key is fetched when it first signs, an old one ends with the next fetch', async () => {
    let now = Date.now();
    const tokens = verifier({ cooldownMs: 0, now: () => new Date(now) });
    const old = await signed();
    await tokens.principalOf(`Bearer ${old}`);
    published = [next];
    expect((await tokens.principalOf(`Bearer ${await signed({}, next)}`)).id).toBe('registrar');
    now += 61_000;
    await expectRejected(old, 'token-forged', tokens);
  });

  it('are not fetched for every unknown key name', async () => {
    const tokens = verifier();
    await tokens.principalOf(`Bearer ${await signed()}`);
    for (let n = 0; n < 5; n++) {
      await expectRejected(await signed({}, stranger, { kid: `made-up-${n}` }), 'token-forged', tokens);
    }
    expect(fetches).toBe(1);
  });

  it.each(['error', 'garbage', 'silent'] as const)(
    'cannot be had (%s): refused with 503, then well again',
    async (how) => {
      const tokens = verifier({ timeoutMs: 1_000 });
      const token = await signed();
      broken = how;
      await expectRejected(token, 'token-issuer-unavailable', tokens);
      await expect(tokens.checkIssuer()).rejects.toMatchObject({ status: 503, challenge: undefined });
      broken = 'no';
      await tokens.checkIssuer();
      expect((await tokens.principalOf(`Bearer ${token}`)).id).toBe('registrar');
    },
  );

  it('are fetched again when the connection was cut', async () => {
    broken = 'cut-once';
    expect((await verifier().principalOf(`Bearer ${await signed()}`)).id).toBe('registrar');
    expect(fetches).toBe(2);
  });

  it('stay good for a while when the issuer is down, for a token never seen before too', async () => {
    const tokens = verifier({ cooldownMs: 0 });
    await tokens.principalOf(`Bearer ${await signed()}`);
    const { port } = server.address() as AddressInfo;
    await stop();
    try {
      expect((await tokens.principalOf(`Bearer ${await signed({ sub: 'leader' })}`)).id).toBe('leader');
      await expectRejected(await signed({}, next), 'token-issuer-unavailable', tokens);
      await expectRejected(await signed(), 'token-issuer-unavailable');
    } finally {
      await listen(port);
    }
  });
});
