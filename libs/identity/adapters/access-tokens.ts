import { hash } from 'node:crypto';
import { createRemoteJWKSet, customFetch, errors, jwtVerify, type RemoteJWKSet } from 'jose';
import type { Principal } from '../domain/principal.js';
import { AccessTokens, TokenRejected, type TokenRejection } from '../use-cases/authenticate/access-tokens.js';
import { principalFrom } from './claims.js';
import { discoverKeys, fetchTwice } from './discovery.js';

export interface OidcAccessTokenSettings {
  /** Must equal the token's `iss`, character by character. */
  readonly issuer: string;
  /** One of the token's `aud` must equal it. */
  readonly audience: string;
  /** Where the issuer's keys are; found through the issuer's discovery document when left out. */
  readonly jwksUri?: string;
  /** How far clocks may differ, in seconds. Default 5. */
  readonly toleranceSeconds?: number;
  /** Shortest time between two looks for a key that is not known, ms. Default 5,000: what a rotation costs. */
  readonly cooldownMs?: number;
  /** After this the keys are fetched again, ms. Default 10 minutes: what a withdrawn key costs. */
  readonly keysMaxAgeMs?: number;
  /** Longest wait for the issuer, ms. Default 2,000. */
  readonly timeoutMs?: number;
  /** How long a verified token is not verified again, ms. Default 60,000; 0 switches it off. */
  readonly rememberMs?: number;
  /** The clock that tokens are held against: the machine's, never the evaluation clock. */
  readonly now?: () => Date;
}

/** No `none`, and nothing symmetric: a public key must not be usable as a shared secret. */
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA', 'Ed25519'];
const BEARER = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*) *$/i;
const LONGEST_HEADER = 8192;
const REMEMBERED_TOKENS = 5_000;

interface Remembered {
  readonly principal: Principal;
  /** Milliseconds since 1970 by the token clock; from then on it is verified anew. */
  readonly until: number;
}

/** Trusts the JWT access tokens (RFC 9068) of one OpenID Connect issuer. */
export class OidcAccessTokens extends AccessTokens {
  private readonly remembered = new Map<string, Remembered>();
  private keys: Promise<RemoteJWKSet> | undefined;

  constructor(private readonly settings: OidcAccessTokenSettings) {
    super();
  }

  override async principalOf(authorization: string | undefined): Promise<Principal> {
    const token = bearerToken(authorization);
    const fingerprint = hash('sha256', token, 'base64');
    return this.recall(fingerprint) ?? this.verify(token, fingerprint);
  }

  /** Fetches the issuer's keys; rejects with `token-issuer-unavailable`. For readiness checks. */
  async checkIssuer(): Promise<void> {
    try {
      await (await this.keySet()).reload();
    } catch (cause) {
      throw new TokenRejected('token-issuer-unavailable', { cause });
    }
  }

  private async verify(token: string, fingerprint: string): Promise<Principal> {
    const now = this.now();
    try {
      const { payload } = await jwtVerify(token, await this.keySet(), {
        issuer: this.settings.issuer,
        audience: this.settings.audience,
        algorithms: ALGORITHMS,
        typ: 'at+jwt',
        requiredClaims: ['sub', 'iat', 'exp'],
        clockTolerance: this.tolerance,
        currentDate: now,
      });
      const principal = principalFrom(payload);
      if (principal === undefined) throw new TokenRejected('token-malformed');
      this.remember(fingerprint, principal, now, payload.exp ?? 0);
      return principal;
    } catch (error) {
      throw error instanceof TokenRejected ? error : new TokenRejected(rejectionOf(error), { cause: error });
    }
  }

  private recall(fingerprint: string): Principal | undefined {
    const known = this.remembered.get(fingerprint);
    if (known === undefined) return undefined;
    if (this.now().getTime() < known.until) return known.principal;
    this.remembered.delete(fingerprint);
    return undefined;
  }

  private remember(fingerprint: string, principal: Principal, now: Date, exp: number): void {
    const until = Math.min(
      now.getTime() + (this.settings.rememberMs ?? 60_000),
      (exp + this.tolerance) * 1000,
    );
    this.remembered.set(fingerprint, { principal, until });
    if (this.remembered.size <= REMEMBERED_TOKENS) return;
    const oldest = this.remembered.keys().next();
    if (!oldest.done) this.remembered.delete(oldest.value);
  }

  /** A failed discovery is not kept: the next request asks again. */
  private keySet(): Promise<RemoteJWKSet> {
    this.keys ??= this.openKeySet().catch((error: unknown) => {
      this.keys = undefined;
      throw error;
    });
    return this.keys;
  }

  private async openKeySet(): Promise<RemoteJWKSet> {
    const { issuer, jwksUri, timeoutMs = 2_000 } = this.settings;
    const uri = jwksUri === undefined ? await discoverKeys(issuer, timeoutMs) : new URL(jwksUri);
    return createRemoteJWKSet(uri, {
      [customFetch]: fetchTwice,
      timeoutDuration: timeoutMs,
      cooldownDuration: this.settings.cooldownMs ?? 5_000,
      cacheMaxAge: this.settings.keysMaxAgeMs ?? 600_000,
    });
  }

  private get tolerance(): number {
    return this.settings.toleranceSeconds ?? 5;
  }

  private now(): Date {
    return this.settings.now?.() ?? new Date();
  }
}

function bearerToken(authorization: string | undefined): string {
  if (authorization === undefined || !/^Bearer(?: |$)/i.test(authorization)) {
    throw new TokenRejected('token-missing');
  }
  const token = authorization.length <= LONGEST_HEADER ? BEARER.exec(authorization)?.[1] : undefined;
  if (token === undefined) throw new TokenRejected('token-malformed');
  return token;
}

/** Everything that is not known to be the token's own fault counts as an issuer out of reach. */
function rejectionOf(error: unknown): TokenRejection {
  if (error instanceof errors.JWTExpired) return 'token-expired';
  if (error instanceof errors.JWTClaimValidationFailed) return rejectionOfClaim(error);
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  ) {
    return 'token-forged';
  }
  if (
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JOSENotSupported
  ) {
    return 'token-malformed';
  }
  return 'token-issuer-unavailable';
}

function rejectionOfClaim({ claim, reason }: errors.JWTClaimValidationFailed): TokenRejection {
  if (reason === 'missing') return 'token-malformed';
  switch (claim) {
    case 'aud':
      return 'token-wrong-audience';
    case 'iss':
      return 'token-forged';
    case 'nbf':
    case 'iat':
      return 'token-expired';
    default:
      return 'token-malformed';
  }
}
