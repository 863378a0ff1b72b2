import type { Principal } from '../../domain/principal.js';

/** Why a request comes without a trusted person. The code is what a client is told. */
export type TokenRejection =
  /** No `Authorization: Bearer …` header. */
  | 'token-missing'
  /** Not a signed JWT access token, or one that lacks a claim we need. */
  | 'token-malformed'
  /** Past its end, or before its beginning. */
  | 'token-expired'
  /** Not signed by a key of the issuer we trust, by an algorithm we accept, in that issuer's name. */
  | 'token-forged'
  /** Made for another API. */
  | 'token-wrong-audience'
  /** The issuer's keys cannot be had, so nothing can be trusted now. */
  | 'token-issuer-unavailable';

/** No answer without a trusted person. Holds no part of the token. */
export class TokenRejected extends Error {
  override readonly name = 'TokenRejected';

  constructor(
    readonly code: TokenRejection,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  /** 503 when the fault is not the client's, else 401. */
  get status(): 401 | 503 {
    return this.code === 'token-issuer-unavailable' ? 503 : 401;
  }

  /** Value of `WWW-Authenticate` (RFC 6750, section 3); undefined for 503. */
  get challenge(): string | undefined {
    if (this.status === 503) return undefined;
    const base = 'Bearer realm="tousu"';
    return this.code === 'token-missing'
      ? base
      : `${base}, error="invalid_token", error_description="${this.code}"`;
  }
}

/** Turns what a request presents into a person, or refuses. */
export abstract class AccessTokens {
  /** Takes the value of the `Authorization` header. Rejects with {@link TokenRejected}, and with nothing else. */
  abstract principalOf(authorization: string | undefined): Promise<Principal>;
}
